import { judgeView, type Verdict } from './judgeView';
import type { Ending, Recovery, RecoveryCommand, RecoveryEvent } from './recovery';

interface Step {
  readonly state: Recovery | undefined;
  readonly commands: readonly RecoveryCommand[];
}

type Checking = Extract<Recovery, { stage: 'checking' }>;
type Waiting = Extract<Recovery, { stage: 'waiting' }>;

/** Between the looks that find out whether a call dropped: the service needs a moment, and its ping says so sooner. */
const CHECK_PAUSES_MS: readonly number[] = [2_000, 4_000, 6_000];
/** A page that does not hear from the service is not kept longer. */
const CHECK_LIMIT_MS = 30_000;
/** While waiting: Flex itself tells of the ping and of the caller, this only of what went another way. */
export const LOOK_MS = 5_000;
const LONGEST_PAUSE_MS = 15_000;
/** Longer than a ping, the way to the queue and the accept take together. */
export const WAIT_LIMIT_MS = 120_000;
/** Failed looks in a row after which the agent is let go. */
const MAX_FAILURES = 5;
/** Looks in a row that find nothing after which there is nothing; a single one may have been asked before the ping was sent. */
const MAX_BLANKS = 2;
/** How it ended is said no longer: the next call must not wait for a click. */
export const OVER_LIMIT_MS = 60_000;

/**
 * The rules of a dropped call on the page of the agent who dropped. Every stage has a limit by the clock, so that nothing is
 * shown, and nothing held, for ever.
 */
export function transition(recovery: Recovery | undefined, event: RecoveryEvent): Step {
  switch (recovery?.stage) {
    case undefined:
      return begin(event);
    case 'checking':
      return whileChecking(recovery, event);
    case 'waiting':
      return whileWaiting(recovery, event);
    case 'over':
      return event.type === 'dismissed' || event.type === 'time_up' || event.type === 'back'
        ? go(undefined)
        : go(recovery);
  }
}

function begin(event: RecoveryEvent): Step {
  if (event.type === 'pinged') return wait(false);
  if (event.type !== 'found') return go(undefined);
  return go({ stage: 'checking', looks: 0 }, { kind: 'look' }, { kind: 'limit', ms: CHECK_LIMIT_MS });
}

function whileChecking(recovery: Checking, event: RecoveryEvent): Step {
  switch (event.type) {
    case 'pinged':
      return wait(false);
    case 'looked':
      return checked(recovery, judgeView(event.recovery, event.isMine));
    case 'look_failed':
      return checkAgain(recovery);
    case 'back':
    case 'gone':
    case 'time_up':
      return go(undefined);
    default:
      return go(recovery);
  }
}

function checked(recovery: Checking, verdict: Verdict): Step {
  switch (verdict) {
    case 'none':
      return checkAgain(recovery);
    case 'back':
      return go(undefined);
    case 'waiting':
    case 'suspended':
      return wait(verdict === 'suspended');
    default:
      return over(verdict);
  }
}

function checkAgain(recovery: Checking): Step {
  const ms = CHECK_PAUSES_MS[recovery.looks];
  return ms === undefined
    ? go(undefined)
    : go({ ...recovery, looks: recovery.looks + 1 }, { kind: 'look_later', ms });
}

function whileWaiting(recovery: Waiting, event: RecoveryEvent): Step {
  switch (event.type) {
    case 'back':
      return back;
    case 'looked':
      return heard(recovery, judgeView(event.recovery, event.isMine));
    case 'look_failed': {
      const failures = recovery.failures + 1;
      if (failures >= MAX_FAILURES) return over('unknown');
      const ms = Math.min(LONGEST_PAUSE_MS, LOOK_MS * 2 ** (failures - 1));
      return go({ ...recovery, failures }, { kind: 'look_later', ms });
    }
    case 'time_up':
      return over('unknown');
    default:
      // Not even when the task goes: it is completed once the caller is in line.
      return go(recovery);
  }
}

function heard(recovery: Waiting, verdict: Verdict): Step {
  switch (verdict) {
    case 'back':
      return back;
    case 'none': {
      const blanks = recovery.blanks + 1;
      return blanks >= MAX_BLANKS
        ? go(undefined)
        : go({ ...recovery, blanks, failures: 0 }, { kind: 'look_later', ms: LOOK_MS });
    }
    case 'waiting':
    case 'suspended':
      return go(
        { stage: 'waiting', isSuspended: verdict === 'suspended', failures: 0, blanks: 0 },
        { kind: 'look_later', ms: LOOK_MS },
      );
    default:
      return over(verdict);
  }
}

const go = (state: Recovery | undefined, ...commands: readonly RecoveryCommand[]): Step => ({
  state,
  commands,
});

const wait = (isSuspended: boolean): Step =>
  go(
    { stage: 'waiting', isSuspended, failures: 0, blanks: 0 },
    { kind: 'look_later', ms: LOOK_MS },
    { kind: 'limit', ms: WAIT_LIMIT_MS },
  );

const over = (how: Ending): Step => go({ stage: 'over', how }, { kind: 'limit', ms: OVER_LIMIT_MS });

const back: Step = go(undefined, { kind: 'tell_reconnected' });
