import type { Account } from './account/account';
import { alter, make, remove } from './account/carryOut';
import { writeBook, type Book } from './ledger/book';
import { printOf, type Ledger } from './ledger/ledger';
import { isChange, type Step } from './plan/plan';
import { resolveReferences } from './reference';
import { keyOf, type Found, type Resource } from './resource';

/** Told of every step that writes, before it does. */
export type Progress = (step: Step, number: number, of: number) => void;

/**
 * Carries the steps out in their order. The ledger says first what is about to be made and last what was: killed
 * anywhere in between, the next run knows its own. Nothing is written when nothing is to be done and the ledger is right.
 */
export async function applySteps(
  account: Account,
  book: Book,
  steps: readonly Step[],
  progress: Progress,
): Promise<Book> {
  const changes = steps.filter(isChange);
  const missing = steps.flatMap((step) => (step.do === 'create' ? [keyOf(step.wanted)] : []));
  const begun: Ledger = { ...book.ledger, making: [...new Set([...book.ledger.making, ...missing])] };
  const incomplete = book.revision === undefined || book.unfinished;
  const open = missing.length > 0 || incomplete ? await writeBook(account, book, begun) : book;

  const sids = new Map(
    steps.flatMap((step) => ('found' in step ? [[keyOf(step.found), step.found.sid]] : [])),
  );
  const made = { ...open.ledger.made };
  const note = ({ sid, ...resource }: Found): void => {
    made[keyOf(resource)] = { sid, print: printOf(resource.settings) };
  };
  for (const [index, step] of changes.entries()) {
    progress(step, index + 1, changes.length);
    if (step.do === 'remove') {
      await remove(account, step.found);
      if (made[keyOf(step.found)]?.sid === step.found.sid) Reflect.deleteProperty(made, keyOf(step.found));
    } else if (step.do !== 'keep') {
      const wanted = resolved(step.wanted, sids);
      if (step.do === 'change') await alter(account, step.found, wanted);
      const sid = step.do === 'change' ? step.found.sid : await make(account, wanted);
      sids.set(keyOf(wanted), sid);
      if (step.do === 'create' || step.ours) note({ ...wanted, sid });
    }
  }
  for (const step of steps) if (step.do === 'keep' && step.ours) note(step.found);

  // What a killed run of other services was about to make stays theirs to finish.
  const done = new Set(steps.map((step) => keyOf('found' in step ? step.found : step.wanted)));
  const making = open.ledger.making.filter((key) => !done.has(key));
  const settled: Ledger = { ...open.ledger, making, made };
  return JSON.stringify(settled) === JSON.stringify(open.ledger) ? open : writeBook(account, open, settled);
}

function resolved(wanted: Resource, sids: ReadonlyMap<string, string>): Resource {
  const settings = Object.entries(wanted.settings).map(
    ([name, value]) => [name, resolveReferences(value, (key) => sids.get(key))] as const,
  );
  return { ...wanted, settings: Object.fromEntries(settings) };
}
