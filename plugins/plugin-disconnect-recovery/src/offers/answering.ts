import type { Offer } from './readOffer';

/** What the page does about something it is offered. */
export interface Answering {
  readonly kind: Offer['kind'];
  /** `waiting` for the page to be ready, or for the next try; `done` when nothing more is to be done. */
  readonly stage: 'waiting' | 'accepting' | 'done';
  readonly tries: number;
}

export type AnsweringEvent =
  | { readonly type: 'offered'; readonly kind: Offer['kind']; readonly isReady: boolean }
  /** The page can take calls now. */
  | { readonly type: 'ready' }
  | { readonly type: 'accepted' }
  | { readonly type: 'accept_failed' }
  /** It is offered no longer. */
  | { readonly type: 'gone' };

export type AnsweringCommand =
  | { readonly kind: 'accept'; readonly offer: Offer['kind'] }
  | { readonly kind: 'retry_later'; readonly ms: number };

interface Step {
  readonly state: Answering | undefined;
  readonly commands: readonly AnsweringCommand[];
}

/** More than the offer lasts; after these the agent may still accept by hand. */
const MAX_TRIES = 5;
const FIRST_PAUSE_MS = 500;

/** The rules of an offer: accepted by itself, as soon as a call could ring here, once. */
export function transition(answering: Answering | undefined, event: AnsweringEvent): Step {
  if (event.type === 'gone') return go(undefined);
  if (answering === undefined) {
    if (event.type !== 'offered') return go(undefined);
    const waiting: Answering = { kind: event.kind, stage: 'waiting', tries: 0 };
    return event.isReady ? accept(waiting) : go(waiting);
  }
  switch (event.type) {
    case 'ready':
      return answering.stage === 'waiting' ? accept(answering) : go(answering);
    case 'accepted':
      return go({ ...answering, stage: 'done' });
    case 'accept_failed':
      return answering.stage === 'accepting' ? tryLater(answering) : go(answering);
    default:
      return go(answering);
  }
}

const go = (state: Answering | undefined, ...commands: readonly AnsweringCommand[]): Step => ({
  state,
  commands,
});

const accept = (answering: Answering): Step =>
  go(
    { ...answering, stage: 'accepting', tries: answering.tries + 1 },
    { kind: 'accept', offer: answering.kind },
  );

const tryLater = (answering: Answering): Step =>
  answering.tries >= MAX_TRIES
    ? go({ ...answering, stage: 'done' })
    : go(
        { ...answering, stage: 'waiting' },
        { kind: 'retry_later', ms: FIRST_PAUSE_MS * 2 ** (answering.tries - 1) },
      );
