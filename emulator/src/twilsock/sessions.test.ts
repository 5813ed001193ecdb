import { createSessions } from './sessions';

const IDENTITY = { token: 't', identity: 'alice', roles: [], expiresAt: Infinity, revoked: false };
const open = () =>
  createSessions(
    'TW1',
    () => IDENTITY,
    () => undefined,
  );

describe('the sessions of one connection', () => {
  it('are one for each grant', () => {
    const sessions = open();

    expect(sessions.of('data_sync')).toBe(sessions.of('data_sync'));
    expect(sessions.of('ip_messaging')).not.toBe(sessions.of('data_sync'));
  });

  it('are not more than any client has grants', () => {
    const sessions = open();
    for (let n = 0; n < 16; n += 1) expect(sessions.of(`grant-${n}`)).toBeDefined();

    expect(sessions.of('one-more')).toBeUndefined();
    expect(sessions.of('grant-3')).toBeDefined();
  });

  it('tell who listens once when the connection ends', () => {
    const sessions = open();
    const [kept, stopped] = [jest.fn(), jest.fn()];
    sessions.of('data_sync')?.onEnd(kept);
    sessions.of('data_sync')?.onEnd(stopped)();

    sessions.end();
    sessions.end();

    expect(kept).toHaveBeenCalledTimes(1);
    expect(stopped).not.toHaveBeenCalled();
  });
});
