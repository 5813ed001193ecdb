import { originOf, type Ledger } from '../ledger/ledger';
import { KINDS, type Found } from '../resource';
import type { Step } from './plan';

/** Removes what we made and `condemned` says, what refers to others first. */
export const planRemoval = (
  found: readonly Found[],
  ledger: Ledger,
  condemned: (found: Found) => boolean = () => true,
): readonly Step[] =>
  [...KINDS].reverse().flatMap((kind) =>
    found
      .filter((candidate) => candidate.kind === kind && condemned(candidate))
      .flatMap((candidate): Step[] => {
        const origin = originOf(candidate, ledger);
        if (origin === 'not ours') return [];
        if (origin === 'ours') return [{ do: 'remove', found: candidate }];
        return [{ do: 'remove', found: candidate, objection: 'edited since it was made' }];
      }),
  );
