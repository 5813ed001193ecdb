import { readSettings, watchSettings } from './settings';

const source = (patchbay: unknown): object => ({ patchbay });

describe("a feature's settings", () => {
  it('are read from every source, later ones winning', () => {
    const settings = readSettings(
      [source({ search: { url: 'a', size: 1 } }), source({ search: { url: 'b' }, other: { url: 'c' } })],
      'search',
    );

    expect(settings).toEqual({ url: 'b', size: 1 });
  });

  it.each([[undefined], [null], ['text'], [{ search: [] }], [{ search: 'text' }]])(
    'are none where the configuration is %j',
    (patchbay) => {
      expect(readSettings([source(patchbay), {}], 'search')).toEqual({});
    },
  );
});

describe('watching the settings', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells after each time Flex has fetched its configuration, until it is stopped', async () => {
    const fetched = jest.fn();
    const stop = watchSettings({ fetchConfiguration: () => Promise.resolve({}) }, fetched, 1_000);

    await jest.advanceTimersByTimeAsync(2_000);
    stop();
    await jest.advanceTimersByTimeAsync(2_000);

    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('goes on after a time when Flex could not fetch', async () => {
    const fetched = jest.fn();
    const answers = [Promise.reject(new Error('offline')), Promise.resolve({})];
    const stop = watchSettings(
      { fetchConfiguration: () => answers.shift() ?? Promise.resolve({}) },
      fetched,
      1_000,
    );

    await jest.advanceTimersByTimeAsync(2_000);
    stop();

    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
