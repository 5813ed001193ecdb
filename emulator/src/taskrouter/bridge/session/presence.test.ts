import { createVirtualClock } from '../../../kernel/virtualClock';
import { createPresence } from './presence';
import { createSessionRegistry } from './sessionRegistry';

interface Attendance {
  readonly workerSid: string;
  readonly offlineWhenGone: boolean;
}

const OFFLINE_AFTER_MS = 60_000;

function watch() {
  const clock = createVirtualClock({ mode: 'paused', startMs: 0 });
  const registry = createSessionRegistry<Attendance>();
  const offline: string[] = [];
  const presence = createPresence({
    clock,
    registry,
    offlineAfterMs: OFFLINE_AFTER_MS,
    setOffline: (workerSid) => offline.push(workerSid),
  });
  const arrive = (offlineWhenGone: boolean): Attendance => {
    const session = { workerSid: 'WKalice', offlineWhenGone };
    registry.add(session);
    presence.arrived(session);
    return session;
  };
  const leave = (session: Attendance): void => {
    registry.remove(session);
    presence.left(session);
  };
  return { clock, offline, arrive, leave, presence };
}

describe('presence', () => {
  it('sets a worker offline when its last session has been gone for the threshold', async () => {
    const { clock, offline, arrive, leave } = watch();
    const [first, second] = [arrive(true), arrive(true)];

    leave(first);
    await clock.advance(OFFLINE_AFTER_MS);
    expect(offline).toEqual([]);

    leave(second);
    await clock.advance(OFFLINE_AFTER_MS - 1);
    expect(offline).toEqual([]);
    await clock.advance(1);
    expect(offline).toEqual(['WKalice']);
  });

  it('takes a session that comes back in time for a reload', async () => {
    const { clock, offline, arrive, leave } = watch();

    leave(arrive(true));
    await clock.advance(OFFLINE_AFTER_MS - 1);
    arrive(true);
    await clock.advance(OFFLINE_AFTER_MS);

    expect(offline).toEqual([]);
  });

  it('leaves a worker alone whose client did not ask for it', async () => {
    const { clock, offline, arrive, leave } = watch();

    leave(arrive(false));
    await clock.advance(OFFLINE_AFTER_MS);

    expect(offline).toEqual([]);
  });

  it('sets nobody offline after it stopped', async () => {
    const { clock, offline, arrive, leave, presence } = watch();

    leave(arrive(true));
    presence.stop();
    await clock.advance(OFFLINE_AFTER_MS);

    expect(offline).toEqual([]);
  });
});
