import fc from 'fast-check';
import { attemptView } from '../testing/attempt';
import type { Reception, ReceptionCommand, ReceptionEvent } from './reception';
import { receptionTransition } from './receptionTransition';

const accepted: readonly ReceptionEvent[] = [{ type: 'accept_asked', isFree: true }, { type: 'accepted' }];
const closing: readonly ReceptionEvent[] = [...accepted, { type: 'marked' }];
const expecting: readonly ReceptionEvent[] = [...closing, { type: 'closed' }];

/** What a sequence of events led to, and what its last one asked for. */
function after(...events: readonly ReceptionEvent[]) {
  let reception: Reception | undefined;
  let commands: readonly ReceptionCommand[] = [];
  for (const event of events) ({ state: reception, commands } = receptionTransition(reception, event));
  return { reception, stage: reception?.stage, commands };
}

describe('accepting an attribution task', () => {
  it('is accepted, told to the service, completed, in this order', () => {
    expect(after({ type: 'accept_asked', isFree: true })).toMatchObject({ stage: 'accepting', commands: [] });
    expect(after(...accepted).commands).toEqual([{ kind: 'mark' }]);
    expect(after(...closing).commands).toEqual([{ kind: 'close' }]);
    expect(after(...expecting).stage).toBe('expecting');
  });

  it('is refused while B can take no call', () => {
    const { stage, commands } = after({ type: 'accept_asked', isFree: false });

    expect(stage).toBeUndefined();
    expect(commands).toEqual([{ kind: 'tell', what: 'busy' }]);
  });

  it('leaves nothing behind when Flex could not accept', () => {
    const { stage, commands } = after(
      { type: 'accept_asked', isFree: true },
      { type: 'accept_failed', isTaken: false },
    );

    expect(stage).toBeUndefined();
    expect(commands).toEqual([{ kind: 'tell', what: 'not_accepted' }]);
  });

  it.each([
    ['the transfer is over', 'wrong_state', 'over'],
    ['the service could not be reached', 'network', 'unsure'],
  ] as const)('completes the task also when %s, and tells B', (_, code, what) => {
    const { commands } = after(...accepted, { type: 'mark_failed', code });

    expect(commands).toEqual([{ kind: 'close' }, { kind: 'tell', what }]);
  });

  it('goes on when the task was accepted and only the answer to that was lost', () => {
    const { commands } = after(
      { type: 'accept_asked', isFree: true },
      { type: 'accept_failed', isTaken: true },
    );

    expect(commands).toEqual([{ kind: 'mark' }]);
  });

  it('is not over because the service has not seen the accept yet', () => {
    const { reception, commands } = after(...accepted, { type: 'mark_failed', code: 'reservation_not_held' });

    expect(commands).toEqual([{ kind: 'close' }, { kind: 'tell', what: 'unsure' }]);
    expect(reception).toMatchObject({ stage: 'closing', isComing: true });
  });

  it('tries to complete the task again and again, ever more slowly', () => {
    const pauses = [1, 2, 3, 9].map((times) => {
      const failures = Array.from({ length: times }, (): ReceptionEvent => ({ type: 'close_failed' }));
      return after(...closing, ...failures).commands;
    });

    expect(pauses).toEqual([1_000, 2_000, 4_000, 30_000].map((ms) => [{ kind: 'close_later', ms }]));
  });

  it('tells the service about a task that was accepted before the page was there', () => {
    expect(after({ type: 'found', isWrapping: false }).commands).toEqual([{ kind: 'mark' }]);
  });

  it('only completes a task that is in wrap-up', () => {
    expect(after({ type: 'found', isWrapping: true }).commands).toEqual([{ kind: 'close' }]);
  });
});

describe('the call on its way to B', () => {
  it('needs nothing more once it is there, whenever it comes', () => {
    expect(after(...expecting, { type: 'call_arrived' }).stage).toBeUndefined();
    expect(after(...closing, { type: 'call_arrived' }, { type: 'closed' }).stage).toBeUndefined();
  });

  it('is announced when it takes long', () => {
    const { commands } = after(...expecting, { type: 'looked', attempt: attemptView({ state: 'claimed' }) });

    expect(commands).toEqual([
      { kind: 'tell', what: 'coming' },
      { kind: 'look_later', ms: 10_000 },
    ]);
  });

  it.each(['failed', 'canceled', 'call_ended', 'expired'] as const)('is not coming after %s', (state) => {
    const { stage, commands } = after(...expecting, { type: 'looked', attempt: attemptView({ state }) });

    expect(stage).toBeUndefined();
    expect(commands).toEqual([{ kind: 'tell', what: 'not_coming' }]);
  });

  it('is given up after three minutes without an answer', () => {
    const silence = Array.from({ length: 18 }, (): ReceptionEvent => ({ type: 'look_failed' }));

    expect(after(...expecting, ...silence).commands).toEqual([{ kind: 'tell', what: 'not_coming' }]);
  });

  it('may find the attribution task closed by the service before the answer came', () => {
    const gone: readonly ReceptionEvent[] = [...accepted, { type: 'gone' }];

    expect(after(...gone, { type: 'marked' }).stage).toBe('expecting');
    expect(after(...gone, { type: 'mark_failed', code: 'wrong_state' }).commands).toEqual([
      { kind: 'tell', what: 'over' },
    ]);
  });
});

describe('an attribution task that was accepted', () => {
  const events = fc.array(
    fc.oneof(
      fc.constantFrom<ReceptionEvent>(
        { type: 'accept_asked', isFree: true },
        { type: 'accepted' },
        { type: 'accept_failed', isTaken: false },
        { type: 'accept_failed', isTaken: true },
        { type: 'marked' },
        { type: 'mark_failed', code: 'network' },
        { type: 'mark_failed', code: 'not_found' },
        { type: 'closed' },
        { type: 'close_failed' },
        { type: 'gone' },
        { type: 'call_arrived' },
        { type: 'look_failed' },
        { type: 'looked', attempt: null },
      ),
    ),
  );

  it('is completed, or gone, before anything else is waited for, whatever happens', () => {
    fc.assert(
      fc.property(events, (happening) => {
        let reception: Reception | undefined;
        let isHeld = false;
        for (const event of happening) {
          const step = receptionTransition(reception, event);
          const isTaken = event.type === 'accepted' || (event.type === 'accept_failed' && event.isTaken);
          if (reception?.stage === 'accepting' && isTaken) isHeld = true;
          if (event.type === 'closed' || event.type === 'gone') isHeld = false;
          reception = step.state;
          if (isHeld) expect(['marking', 'closing']).toContain(reception?.stage);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
