import { readConnectionOverrides } from './connectionOverrides';

describe('readConnectionOverrides', () => {
  it('retries once, only without a connection, unless told', () => {
    expect(readConnectionOverrides('', 5_000)).toEqual({
      connectMs: 5_000,
      readMs: 5_000,
      totalMs: 15_000,
      retries: 1,
      retryOn: new Set(['ct']),
    });
  });

  it('takes what the fragment says', () => {
    expect(readConnectionOverrides('ct=1000&rt=2000&tt=3000&rc=4&rp=5xx,rt', 5_000)).toEqual({
      connectMs: 1_000,
      readMs: 2_000,
      totalMs: 3_000,
      retries: 4,
      retryOn: new Set(['rt', '5xx']),
    });
  });

  it('knows all', () => {
    expect(readConnectionOverrides('rp=all', 1).retryOn).toEqual(new Set(['ct', 'rt', '4xx', '5xx']));
  });

  it.each(['rc=6&ct=10001&rt=15001&tt=x', 'rc=-1&ct=&rp=never'])(
    'ignores what is out of range: %s',
    (fragment) => {
      expect(readConnectionOverrides(fragment, 5_000)).toEqual(readConnectionOverrides('', 5_000));
    },
  );
});
