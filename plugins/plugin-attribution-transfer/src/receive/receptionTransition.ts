import type { CallCode } from '../send/event';
import type { Reception, ReceptionCommand, ReceptionEvent } from './reception';

interface Step {
  readonly state: Reception | undefined;
  readonly commands: readonly ReceptionCommand[];
}

/** While the call is on its way. */
const LOOK_MS = 10_000;
/** As long as A's page may take to carry the transfer out, and a little more. */
const MAX_LOOKS = 18;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * With these the service says that nothing comes of B's accept. Not `reservation_not_held`: what TaskRouter says right after
 * an accept may be older than it, so the status is asked for before B is told.
 */
const OVER: ReadonlySet<CallCode> = new Set([
  'wrong_state',
  'not_found',
  'other_task_recorded',
  'not_transferable',
  'attributes_too_large',
]);

/**
 * The rules of an attribution task on B's page: accept, tell the service, complete. Whatever fails, the task is completed;
 * if the call does not come, B is told.
 */
export function receptionTransition(reception: Reception | undefined, event: ReceptionEvent): Step {
  switch (reception?.stage) {
    case undefined:
      return begin(event);
    case 'accepting':
      return whileAccepting(reception, event);
    case 'marking':
      return whileMarking(reception, event);
    case 'closing':
      return whileClosing(reception, event);
    case 'expecting':
      return whileExpecting(reception, event);
  }
}

function begin(event: ReceptionEvent): Step {
  switch (event.type) {
    case 'accept_asked':
      return event.isFree ? go({ stage: 'accepting' }) : go(undefined, { kind: 'tell', what: 'busy' });
    case 'found':
      return event.isWrapping ? close(false) : mark;
    default:
      return go(undefined);
  }
}

function whileAccepting(reception: Reception, event: ReceptionEvent): Step {
  switch (event.type) {
    case 'accepted':
      return mark;
    case 'accept_failed':
      return event.isTaken ? mark : go(undefined, { kind: 'tell', what: 'not_accepted' });
    case 'gone':
      return go(undefined, { kind: 'tell', what: 'over' });
    default:
      return go(reception);
  }
}

function whileMarking(reception: Extract<Reception, { stage: 'marking' }>, event: ReceptionEvent): Step {
  switch (event.type) {
    case 'marked':
      return reception.gone ? expect() : close(true);
    case 'mark_failed': {
      const isOver = OVER.has(event.code);
      const news = { kind: 'tell', what: isOver ? 'over' : 'unsure' } as const;
      if (!reception.gone) return close(!isOver, news);
      return isOver ? go(undefined, news) : expect(news);
    }
    case 'gone':
      return go({ ...reception, gone: true });
    default:
      return go(reception);
  }
}

function whileClosing(reception: Extract<Reception, { stage: 'closing' }>, event: ReceptionEvent): Step {
  switch (event.type) {
    case 'closed':
    case 'gone':
      return reception.isComing ? expect() : go(undefined);
    case 'close_failed': {
      const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(reception.tries, 10));
      return go({ ...reception, tries: reception.tries + 1 }, { kind: 'close_later', ms });
    }
    case 'call_arrived':
      // The same state, not an equal one: a change would be looked at again, and again.
      return go(reception.isComing ? { ...reception, isComing: false } : reception);
    default:
      return go(reception);
  }
}

function whileExpecting(reception: Extract<Reception, { stage: 'expecting' }>, event: ReceptionEvent): Step {
  switch (event.type) {
    case 'call_arrived':
      return go(undefined);
    case 'looked':
      if (event.attempt?.state === 'transferred') return go(undefined);
      return event.attempt?.open === true ? lookAgain(reception.looks) : notComing;
    case 'look_failed':
      return lookAgain(reception.looks);
    default:
      return go(reception);
  }
}

const go = (state: Reception | undefined, ...commands: readonly ReceptionCommand[]): Step => ({
  state,
  commands,
});

const mark = go({ stage: 'marking', gone: false }, { kind: 'mark' });

const close = (isComing: boolean, ...news: readonly ReceptionCommand[]): Step =>
  go({ stage: 'closing', isComing, tries: 0 }, { kind: 'close' }, ...news);

const expect = (...news: readonly ReceptionCommand[]): Step =>
  go({ stage: 'expecting', looks: 0 }, ...news, { kind: 'look_later', ms: LOOK_MS });

const notComing = go(undefined, { kind: 'tell', what: 'not_coming' });

function lookAgain(looks: number): Step {
  if (looks + 1 >= MAX_LOOKS) return notComing;
  // Not at once: the call is there within a second as a rule, and Flex's bar would cover its Accept button.
  const news = looks === 0 ? [{ kind: 'tell', what: 'coming' } as const] : [];
  return go({ stage: 'expecting', looks: looks + 1 }, ...news, { kind: 'look_later', ms: LOOK_MS });
}
