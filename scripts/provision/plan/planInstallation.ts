import { originOf, type Ledger } from '../ledger/ledger';
import { resolveReferences } from '../reference';
import { keyOf, type Found, type Resource } from '../resource';
import { differences } from './differences';
import type { Plan, Step } from './plan';

/** What there is to do so that the account holds what is wanted. Knows nothing of Twilio's API and changes nothing. */
export function planInstallation(wanted: readonly Resource[], found: readonly Found[], ledger: Ledger): Plan {
  const chosen = new Map<string, Found>();
  const problems: string[] = [];
  for (const resource of wanted) {
    const same = found.filter((candidate) => keyOf(candidate) === keyOf(resource));
    const match = same.find((candidate) => originOf(candidate, ledger) !== 'not ours') ?? same[0];
    if (match === undefined) continue;
    if (same.length > 1 && originOf(match, ledger) === 'not ours') {
      problems.push(`There are ${same.length} of ${resource.kind} "${resource.name}": rename all but one.`);
    }
    chosen.set(keyOf(resource), match);
  }
  const sidOf = (key: string): string | undefined => chosen.get(key)?.sid;
  const steps = wanted.map((resource) => planOne(resource, chosen.get(keyOf(resource)), ledger, sidOf));
  return { steps, problems };
}

function planOne(
  wanted: Resource,
  found: Found | undefined,
  ledger: Ledger,
  sidOf: (key: string) => string | undefined,
): Step {
  if (found === undefined) return { do: 'create', wanted };
  const origin = originOf(found, ledger);
  const ours = origin !== 'not ours';
  const settings = Object.fromEntries(
    Object.entries(wanted.settings).map(([name, value]) => [name, resolveReferences(value, sidOf)]),
  );
  const differing = differences(found.settings, settings);
  if (differing.length === 0) return { do: 'keep', found, ours };
  const step = { do: 'change', wanted, found, differences: differing, ours } as const;
  if (!ours) return { ...step, objection: 'not made by this command' };
  return origin === 'ours' ? step : { ...step, objection: 'edited since it was made' };
}
