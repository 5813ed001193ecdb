import type { Found, Resource } from '../resource';
import type { Difference } from './differences';

/** Why a change needs a person's consent. */
export type Objection = 'not made by this command' | 'edited since it was made';

export type Step =
  | { readonly do: 'create'; readonly wanted: Resource }
  | {
      readonly do: 'change';
      readonly wanted: Resource;
      readonly found: Found;
      readonly differences: readonly Difference[];
      readonly ours: boolean;
      readonly objection?: Objection;
    }
  /** As it shall be already: ours, or adopted. */
  | { readonly do: 'keep'; readonly found: Found; readonly ours: boolean }
  | { readonly do: 'remove'; readonly found: Found; readonly objection?: Objection };

export interface Plan {
  readonly steps: readonly Step[];
  /** What makes it impossible, in words; nothing is done when there is one. */
  readonly problems: readonly string[];
}

/** Whether a step writes to the account. */
export const isChange = (step: Step): boolean => step.do !== 'keep';

export const objectionTo = (step: Step): Objection | undefined =>
  step.do === 'change' || step.do === 'remove' ? step.objection : undefined;
