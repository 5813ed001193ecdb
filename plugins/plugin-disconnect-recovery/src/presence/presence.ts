import type { CallFailure } from '@patchbay/shared/client';
import type { LeaveIntent } from '@patchbay/shared/contracts';
import type { Leg } from '../flex/ports';

/** What the service knows, or is being told, of the agent on one call. */
export type Presence =
  | { readonly stage: 'registering'; readonly leg: Leg; readonly tries: number }
  | { readonly stage: 'registered'; readonly leg: Leg }
  /** The agent is about to leave in order. */
  | { readonly stage: 'leaving'; readonly intent: LeaveIntent; readonly leg: Leg | undefined };

export type PresenceEvent =
  /** Flex sees the agent on the call. */
  | { readonly type: 'on_call'; readonly leg: Leg }
  | { readonly type: 'registered' }
  | { readonly type: 'register_failed'; readonly code: CallFailure['code'] }
  | { readonly type: 'due' }
  | { readonly type: 'leaving'; readonly intent: LeaveIntent }
  /** It did not come to that: Flex refused, or the transfer failed. */
  | { readonly type: 'stayed' }
  /** A look some time after the agent was about to leave. */
  | { readonly type: 'checked'; readonly leg: Leg | undefined; readonly isTransferring: boolean }
  /** The call is over for the agent. */
  | { readonly type: 'gone' };

export type PresenceCommand =
  | { readonly kind: 'register'; readonly leg: Leg }
  | { readonly kind: 'register_later'; readonly ms: number }
  | { readonly kind: 'deregister'; readonly intent: LeaveIntent; readonly leg: Leg | undefined }
  | { readonly kind: 'check_later'; readonly ms: number };
