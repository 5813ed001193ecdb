import { createSessionRegistry } from './sessionRegistry';

interface Holder {
  readonly workerSid: string;
}

const sessionOf = (workerSid: string): Holder => ({ workerSid });

describe('session registry', () => {
  it('refuses a worker more sessions than a person could have, until one of them ends', () => {
    const registry = createSessionRegistry<Holder>();
    const sessions = Array.from({ length: 20 }, () => sessionOf('WKalice'));

    expect(sessions.every((session) => registry.add(session))).toBe(true);
    expect(registry.add(sessionOf('WKalice'))).toBe(false);
    expect(registry.add(sessionOf('WKbob'))).toBe(true);

    const [first] = sessions;
    if (first) registry.remove(first);
    expect(registry.add(sessionOf('WKalice'))).toBe(true);
  });

  it('refuses everyone beyond its total', () => {
    const registry = createSessionRegistry<Holder>();

    const added = Array.from({ length: 2_001 }, (_, index) => registry.add(sessionOf(`WK${index}`)));

    expect(added.filter(Boolean)).toHaveLength(2_000);
  });

  it('counts a session that is removed twice once', () => {
    const registry = createSessionRegistry<Holder>();
    const sessions = Array.from({ length: 2_000 }, (_, index) => sessionOf(`WK${index}`));
    for (const session of sessions) registry.add(session);
    const [first] = sessions;
    if (!first) throw new Error('There is a first session');

    registry.remove(first);
    registry.remove(first);

    expect(registry.add(sessionOf('WKa'))).toBe(true);
    expect(registry.add(sessionOf('WKb'))).toBe(false);
  });
});
