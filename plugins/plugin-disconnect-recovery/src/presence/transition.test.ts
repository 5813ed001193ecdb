import { callSid, conferenceSid } from '@patchbay/plugin-kit/testing';
import type { Presence, PresenceEvent } from './presence';
import { CHECK_MS, transition } from './transition';

const leg = {
  conferenceSid: conferenceSid('one'),
  callSid: callSid('me'),
  customerCallSid: callSid('customer'),
};
const again = { ...leg, callSid: callSid('again') };
const registering: Presence = { stage: 'registering', leg, tries: 0 };
const registered: Presence = { stage: 'registered', leg };
const leaving = (intent: 'hangup' | 'transfer'): Presence => ({ stage: 'leaving', intent, leg });

const after = (...events: readonly PresenceEvent[]) =>
  events.reduce<ReturnType<typeof transition>>(({ state }, event) => transition(state, event), {
    state: undefined,
    commands: [],
  });

describe('an agent on a call', () => {
  it('is registered once the leg is there', () => {
    expect(after({ type: 'on_call', leg })).toEqual({
      state: registering,
      commands: [{ kind: 'register', leg }],
    });
    expect(transition(registering, { type: 'registered' })).toEqual({
      state: registered,
      commands: [],
    });
  });

  it('is registered once, however often Flex shows the call', () => {
    expect(transition(registering, { type: 'on_call', leg })).toEqual({ state: registering, commands: [] });
    expect(transition(registered, { type: 'on_call', leg })).toEqual({ state: registered, commands: [] });
    const unseen = { ...leg, customerCallSid: undefined };
    expect(transition(registered, { type: 'on_call', leg: unseen }).commands).toEqual([]);
  });

  it('is registered anew with another leg, or once the customer is known', () => {
    expect(transition(registered, { type: 'on_call', leg: again }).commands).toEqual([
      { kind: 'register', leg: again },
    ]);
    const alone: Presence = { stage: 'registered', leg: { ...leg, customerCallSid: undefined } };
    expect(transition(alone, { type: 'on_call', leg }).commands).toEqual([{ kind: 'register', leg }]);
  });

  it('is tried again, ever more slowly, until the service knows', () => {
    const pauses: unknown[] = [];
    let state: Presence | undefined = registering;
    for (let tries = 0; tries < 8; tries += 1) {
      const failed = transition(state, { type: 'register_failed', code: 'network' });
      pauses.push(...failed.commands);
      const due = transition(failed.state, { type: 'due' });
      expect(due.commands).toEqual([{ kind: 'register', leg }]);
      state = due.state;
    }
    const ms = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000];
    expect(pauses).toEqual(ms.map((one) => ({ kind: 'register_later', ms: one })));
  });

  it('is no longer told of when the call is over', () => {
    expect(transition(registering, { type: 'gone' })).toEqual({ state: undefined, commands: [] });
    expect(
      after({ type: 'due' }, { type: 'registered' }, { type: 'register_failed', code: 'network' }),
    ).toEqual({
      state: undefined,
      commands: [],
    });
  });
});

describe('an agent who leaves in order', () => {
  it.each(['hangup', 'transfer'] as const)('by %s is taken off the call, and looked after', (intent) => {
    expect(transition(registered, { type: 'leaving', intent })).toEqual({
      state: leaving(intent),
      commands: [
        { kind: 'deregister', intent, leg },
        { kind: 'check_later', ms: CHECK_MS },
      ],
    });
  });

  it('is taken off also before anybody was registered', () => {
    expect(after({ type: 'leaving', intent: 'hangup' }).commands[0]).toEqual({
      kind: 'deregister',
      intent: 'hangup',
      leg: undefined,
    });
  });

  it('is not registered again by what Flex still shows, or by an answer that comes late', () => {
    expect(transition(leaving('hangup'), { type: 'on_call', leg }).commands).toEqual([]);
    expect(transition(leaving('hangup'), { type: 'registered' }).state).toEqual(leaving('hangup'));
  });

  it('is registered again when it did not come to that', () => {
    expect(transition(leaving('transfer'), { type: 'stayed' })).toEqual({
      state: registering,
      commands: [{ kind: 'register', leg }],
    });
    expect(after({ type: 'leaving', intent: 'hangup' }, { type: 'stayed' }).state).toBeUndefined();
  });

  it('is registered again when still on the call a while later', () => {
    const stillOn = { type: 'checked', leg, isTransferring: false } as const;
    expect(transition(leaving('hangup'), stillOn).commands).toEqual([{ kind: 'register', leg }]);
    expect(transition(leaving('transfer'), stillOn).commands).toEqual([{ kind: 'register', leg }]);
  });

  it('is looked after for as long as the transfer is under way', () => {
    const underWay = { type: 'checked', leg, isTransferring: true } as const;
    expect(transition(leaving('transfer'), underWay)).toEqual({
      state: leaving('transfer'),
      commands: [{ kind: 'check_later', ms: CHECK_MS }],
    });
    expect(transition(leaving('hangup'), underWay).commands).toEqual([{ kind: 'register', leg }]);
  });
});
