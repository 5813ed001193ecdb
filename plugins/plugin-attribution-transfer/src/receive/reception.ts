import type { AttemptView } from '@patchbay/shared/contracts';
import type { CallCode } from '../send/event';

/** What becomes of an attribution task on B's page, from B's accept until the call is there. */
export type Reception =
  /** Flex is accepting the attribution task. */
  | { readonly stage: 'accepting' }
  /** The service is being told that B accepted; `gone` when the attribution task has been closed meanwhile. */
  | { readonly stage: 'marking'; readonly gone: boolean }
  /** The attribution task is being completed, so that it keeps nothing of B's capacity. */
  | { readonly stage: 'closing'; readonly isComing: boolean; readonly tries: number }
  /** The call is on its way. */
  | { readonly stage: 'expecting'; readonly looks: number };

export type ReceptionEvent =
  /** B wants to take the attribution task; `isFree` when B can take a call. */
  | { readonly type: 'accept_asked'; readonly isFree: boolean }
  | { readonly type: 'accepted' }
  /** Flex says so; `isTaken` when the attribution task is B's all the same, because only the answer was lost. */
  | { readonly type: 'accept_failed'; readonly isTaken: boolean }
  /** The attribution task is accepted or in wrap-up, and this page did not accept it. */
  | { readonly type: 'found'; readonly isWrapping: boolean }
  | { readonly type: 'marked' }
  | { readonly type: 'mark_failed'; readonly code: CallCode }
  | { readonly type: 'closed' }
  | { readonly type: 'close_failed' }
  /** The attribution task is gone from B's page. */
  | { readonly type: 'gone' }
  | { readonly type: 'call_arrived' }
  | { readonly type: 'looked'; readonly attempt: AttemptView | null }
  | { readonly type: 'look_failed' };

/** What B is told. */
export type ReceptionNews =
  | 'busy'
  | 'not_accepted'
  | 'coming'
  /** Nobody knows whether the service heard of B's accept; TaskRouter's event tells it the same. */
  | 'unsure'
  /** The transfer was over when B accepted. */
  | 'over'
  /** The transfer ended on its way. */
  | 'not_coming';

export type ReceptionCommand =
  | { readonly kind: 'mark' }
  | { readonly kind: 'close' }
  | { readonly kind: 'close_later'; readonly ms: number }
  | { readonly kind: 'look_later'; readonly ms: number }
  | { readonly kind: 'tell'; readonly what: ReceptionNews };
