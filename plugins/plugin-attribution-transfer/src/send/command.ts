import type { Claim, End, Wish } from './transfer';

/** What A is told. */
export type Told = End['how'] | 'other_open' | 'too_late' | 'not_canceled';

/** What A's page has to do. */
export type SendCommand =
  | { readonly kind: 'create'; readonly wish: Wish; readonly key: string }
  /** Ask for the status. */
  | { readonly kind: 'look' }
  | { readonly kind: 'look_later'; readonly ms: number }
  | { readonly kind: 'cancel' }
  /** Remember that A was told this had not begun, though it may. */
  | { readonly kind: 'withdraw'; readonly wish: Wish }
  | { readonly kind: 'claim' }
  | { readonly kind: 'claim_later'; readonly ms: number }
  /** The real transfer, to the agent who accepted. */
  | { readonly kind: 'move'; readonly claim: Claim }
  /** The transfer A asked for, without attribution. */
  | { readonly kind: 'queue'; readonly wish: Wish }
  | {
      readonly kind: 'report';
      readonly claimId: string;
      readonly outcome: 'transferred' | 'failed';
      readonly reason?: string;
    }
  | { readonly kind: 'tell'; readonly what: Told };
