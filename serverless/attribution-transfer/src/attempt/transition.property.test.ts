import fc from 'fast-check';
import type { TaskSid } from '@patchbay/shared/contracts';
import { arbitraryEvent } from '../../test/support/arbitraryEvent';
import { requested, START } from '../../test/support/sampleAttempt';
import { isOpen, type Attempt } from './attempt';
import type { AttemptEvent } from './event';
import { transition, type Step } from './transition';

const RUNS = { numRuns: 10_000 };

/** One event and the time since the one before. */
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 120_000 }), arbitraryEvent(START)), {
  minLength: 1,
  maxLength: 25,
});

interface Moment extends Step {
  readonly before: Attempt;
  readonly event: AttemptEvent;
  readonly now: number;
}

function play(steps: readonly (readonly [number, AttemptEvent])[]): Moment[] {
  let attempt = requested();
  let now = START;
  return steps.map(([pause, event]) => {
    now += pause;
    const before = attempt;
    const happening = event.type === 'claim' ? { ...event, leaseUntil: now + 60_000 } : event;
    const step = transition(before, happening, now);
    attempt = step.attempt;
    return { ...step, before, event: happening, now };
  });
}

const always = (check: (moments: readonly Moment[]) => void): void => {
  fc.assert(
    fc.property(history, (steps) => {
      check(play(steps));
    }),
    RUNS,
  );
};

const closed = (moment: Moment): TaskSid[] =>
  moment.commands.flatMap((command) => (command.kind === 'close_task' ? [command.taskSid] : []));

const ORDER = ['requested', 'offered', 'accepted', 'claimed'];

describe('an attempt, whatever happens in whatever order', () => {
  it('never leaves its end', () => {
    always((moments) => {
      for (const { before, attempt } of moments) {
        if (!isOpen(before)) expect(attempt.state).toBe(before.state);
      }
    });
  });

  it('never goes back, but for a claim that ran out while A still has the call', () => {
    always((moments) => {
      for (const { before, attempt, event } of moments) {
        if (!isOpen(before) || !isOpen(attempt)) continue;
        const back = ORDER.indexOf(attempt.state) < ORDER.indexOf(before.state);
        expect(back && event.type !== 'claim_checked').toBe(false);
      }
    });
  });

  it('changes nothing when the same event comes again at once', () => {
    always((moments) => {
      for (const { attempt, event, now } of moments)
        expect(transition(attempt, event, now).attempt).toEqual(attempt);
    });
  });

  it('has at most one live claim', () => {
    always((moments) => {
      for (const { before, attempt, now } of moments) {
        const held = before.state === 'claimed' ? before.replay : undefined;
        const given = attempt.state === 'claimed' ? attempt.replay : undefined;
        if (held === undefined || given === undefined || now >= held.leaseUntil) continue;
        expect(given.claimId).toBe(held.claimId);
      }
    });
  });

  it('is transferred only to the one agent who accepted', () => {
    always((moments) => {
      for (const { before, attempt } of moments) {
        if (before.receiver !== undefined) expect(attempt.receiver).toEqual(before.receiver);
        if (attempt.state === 'transferred') expect(attempt.receiver).toBeDefined();
      }
    });
  });

  it('marks the original exactly while somebody has accepted, and unmarks it at the end', () => {
    always((moments) => {
      for (const { attempt, commands } of moments) {
        const kinds = commands.map(({ kind }) => kind);
        expect(kinds.includes('place_marker')).toBe(isOpen(attempt) && attempt.receiver !== undefined);
        expect(kinds.includes('clear_marker')).toBe(
          !isOpen(attempt) && !attempt.settled && attempt.receiver !== undefined,
        );
      }
    });
  });

  it('keeps one attribution task and has every other one closed', () => {
    always((moments) => {
      for (const moment of moments) {
        const { before, attempt, event } = moment;
        if (before.attributionTaskSid !== undefined) {
          expect(attempt.attributionTaskSid).toBe(before.attributionTaskSid);
        }
        if (!('taskSid' in event) || event.type === 'unanswered') continue;
        if (event.taskSid !== attempt.attributionTaskSid) expect(closed(moment)).toContain(event.taskSid);
      }
    });
  });

  it('asks for its task to be closed from its end until that is done', () => {
    always((moments) => {
      for (const moment of moments) {
        const { attempt } = moment;
        if (isOpen(attempt) || attempt.settled || attempt.attributionTaskSid === undefined) continue;
        expect(closed(moment)).toContain(attempt.attributionTaskSid);
      }
    });
  });

  it('is open no longer than its time, unless a replay is under way', () => {
    always((moments) => {
      for (const { attempt, now } of moments) {
        if (now >= attempt.openUntil && attempt.state !== 'claimed') expect(isOpen(attempt)).toBe(false);
      }
    });
  });

  it('lets at most one creator at a time be at work', () => {
    always((moments) => {
      for (const { before, attempt, now } of moments) {
        const { owner, leaseUntil, state } = before.creation;
        if (attempt.state !== 'requested' || state !== 'in-progress' || now >= leaseUntil) continue;
        expect(attempt.creation.owner).toBe(owner);
      }
    });
  });
});
