import type { CallFailure } from '@patchbay/shared/client';
import type { recoveriesContract } from '@patchbay/shared/contracts';
import type * as z from 'zod/mini';

/** What the service says of everybody's recoveries. */
export type Recoveries = z.infer<typeof recoveriesContract.response>;

/** What a supervisor's page knows of the recoveries. */
export interface Overseeing {
  /** Somebody looks; otherwise nothing is asked. */
  readonly isWatched: boolean;
  /** The last answer, and how far this page's clock is before the service's, in milliseconds. */
  readonly seen?: { readonly recoveries: Recoveries; readonly aheadMs: number } | undefined;
  /** Failed looks in a row, and why the last one failed. */
  readonly failures: number;
  readonly failure?: CallFailure['code'] | undefined;
}

export type OverseeingEvent =
  | { readonly type: 'shown' }
  | { readonly type: 'hidden' }
  | { readonly type: 'looked'; readonly recoveries: Recoveries; readonly now: number }
  | { readonly type: 'look_failed'; readonly code: CallFailure['code'] };

export type OverseeingCommand =
  | { readonly kind: 'look' }
  | { readonly kind: 'look_later'; readonly ms: number }
  | { readonly kind: 'stop' };

interface Step {
  readonly state: Overseeing | undefined;
  readonly commands: readonly OverseeingCommand[];
}

/** While somebody waits on the line. */
export const BUSY_MS = 4_000;
export const IDLE_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;

/** The rules of the supervisor's view: asks while somebody looks, slower while the service does not answer. */
export function transition(overseeing: Overseeing | undefined, event: OverseeingEvent): Step {
  const known = overseeing ?? { isWatched: false, failures: 0 };
  switch (event.type) {
    case 'shown':
      return known.isWatched ? go(known) : go({ ...known, isWatched: true }, { kind: 'look' });
    case 'hidden':
      return known.isWatched ? go({ ...known, isWatched: false }, { kind: 'stop' }) : go(known);
    case 'looked':
      return known.isWatched ? learn(event) : go(known);
    case 'look_failed':
      return known.isWatched ? miss(known, event) : go(known);
  }
}

const go = (state: Overseeing, ...commands: readonly OverseeingCommand[]): Step => ({ state, commands });

function learn({ recoveries, now }: Extract<OverseeingEvent, { type: 'looked' }>): Step {
  const aheadMs = now - Date.parse(recoveries.at);
  const ms = recoveries.inProgress.length > 0 ? BUSY_MS : IDLE_MS;
  return go({ isWatched: true, seen: { recoveries, aheadMs }, failures: 0 }, { kind: 'look_later', ms });
}

function miss(known: Overseeing, { code }: Extract<OverseeingEvent, { type: 'look_failed' }>): Step {
  const ms = Math.min(LONGEST_PAUSE_MS, BUSY_MS * 2 ** Math.min(known.failures, 10));
  return go({ ...known, failures: known.failures + 1, failure: code }, { kind: 'look_later', ms });
}
