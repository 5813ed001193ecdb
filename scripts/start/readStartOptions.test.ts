import { readStartOptions } from './readStartOptions';

describe('the command line of npm start', () => {
  it('leaves the centre ready on the usual ports unless it is told otherwise', () => {
    expect(readStartOptions([])).toEqual({
      ports: { twilio: 4010, service: 4020 },
      story: false,
      once: false,
      paceMs: 1200,
    });
  });

  it('plays the story before it ends at once', () => {
    expect(readStartOptions(['--once', '--pace', '0'])).toMatchObject({ story: true, once: true, paceMs: 0 });
  });

  it.each([[['--pace', 'fast']], [['--prot', '1']], [['--twilio-port', '70000']]])(
    'says how it is used on %j',
    (args) => {
      expect(() => readStartOptions(args)).toThrow(/npm start -- \[--story\]/);
    },
  );
});
