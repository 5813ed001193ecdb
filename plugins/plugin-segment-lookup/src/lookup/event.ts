import type { TaskSid } from '@patchbay/shared/contracts';
import type { LookupFailure } from './lookup';

/** What happens to the lookup in one place of the page. */
export type LookupEvent =
  | { readonly type: 'submitted'; readonly taskSid: TaskSid; readonly now: number }
  /** Somebody has enough, or the place is gone. */
  | { readonly type: 'called_off' }
  | { readonly type: 'answered'; readonly run: number; readonly segmentIds: readonly string[] }
  | { readonly type: 'still_computing'; readonly run: number; readonly continuation: string }
  | { readonly type: 'failed'; readonly run: number; readonly failure: LookupFailure }
  /** An attempt failed, and another one follows. */
  | { readonly type: 'hindered'; readonly run: number; readonly code: LookupFailure['code'] }
  | { readonly type: 'time_up'; readonly run: number };

export type EventOf<Type extends LookupEvent['type']> = Extract<LookupEvent, { readonly type: Type }>;

/** What is to be done. */
export type LookupCommand =
  | {
      readonly kind: 'ask';
      readonly run: number;
      readonly taskSid: TaskSid;
      readonly continuation: string | undefined;
      /** How long to wait before. */
      readonly afterMs: number;
    }
  /** To end the lookup when it has taken that long. */
  | { readonly kind: 'limit'; readonly run: number; readonly ms: number }
  /** To give up what is being asked. */
  | { readonly kind: 'abort' };

export type CommandOf<Kind extends LookupCommand['kind']> = Extract<LookupCommand, { readonly kind: Kind }>;
