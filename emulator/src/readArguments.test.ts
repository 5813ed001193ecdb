import { readArguments } from './readArguments';

describe('readArguments', () => {
  it('has a default for everything', () => {
    expect(readArguments([])).toEqual({ port: 0, seed: 1, mode: 'running' });
  });

  it('reads what is given', () => {
    const accountSid = `AC${'1'.repeat(32)}`;
    const authToken = '2'.repeat(32);

    const options = readArguments([
      ...['--port', '4010', '--seed', '7', '--paused', '--start', '2026-01-31T09:00:00Z'],
      ...['--account-sid', accountSid, '--auth-token', authToken],
    ]);

    expect(options).toEqual({
      port: 4010,
      seed: 7,
      mode: 'paused',
      startMs: Date.UTC(2026, 0, 31, 9),
      accountSid,
      authToken,
    });
  });

  it.each([
    [['--port', '70000'], '--port must be'],
    [['--port', '1.5'], '--port must be'],
    [['--seed', 'x'], '--seed must be'],
    [['--start', 'yesterday'], '--start must be'],
    [['--account-sid', 'AC1'], '--account-sid must be'],
    [['--auth-token', 'short'], '--auth-token must be'],
    [['--prot', '1'], '--prot'],
  ])('refuses %j', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
