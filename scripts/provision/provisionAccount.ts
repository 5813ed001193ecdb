import type { Account } from './account/account';
import { observe } from './account/observe';
import { applySteps, type Progress } from './apply';
import { describeInstallation } from './describe/describeInstallation';
import { sinkPrefix } from './describe/describeSink';
import type { Installation } from './describe/installation';
import { holdsRecords, openBook, removeBook, type Book } from './ledger/book';
import { isChange, type Plan, type Step } from './plan/plan';
import { planInstallation } from './plan/planInstallation';
import { planRemoval } from './plan/planRemoval';
import { keyOf } from './resource';

/** A plan together with what it was made from. */
export interface Prospect extends Plan {
  readonly book: Book;
  /** What needs a person's consent besides the steps, in words. */
  readonly objection?: string;
}

/** Looks at the account and says what there is to do; writes nothing. */
export async function prepareInstallation(
  account: Account,
  installation: Installation,
  syncServiceSid?: string,
): Promise<Prospect> {
  const [book, found] = await Promise.all([openBook(account, syncServiceSid), observe(account)]);
  const { wanted, problems } = describeInstallation(installation, found);
  const plan = planInstallation(wanted, found, book.ledger);
  const keys = new Set(wanted.map(keyOf));
  const prefixes = installation.entrances.map(({ service }) => sinkPrefix(service));
  // The last deployment of a service must not get the events of this one.
  const outdated = planRemoval(
    found,
    book.ledger,
    ({ kind, name }) =>
      (kind === 'sink' || kind === 'subscription') &&
      !keys.has(keyOf({ kind, name })) &&
      prefixes.some((prefix) => name.startsWith(prefix)),
  );
  return {
    book,
    steps: [...plan.steps, ...outdated],
    problems: [...problems, ...plan.problems],
  };
}

/** Looks at the account and says what of ours would go; writes nothing. */
export async function prepareDestruction(account: Account, syncServiceSid?: string): Promise<Prospect> {
  const [book, found] = await Promise.all([openBook(account, syncServiceSid), observe(account)]);
  const prospect = { book, steps: planRemoval(found, book.ledger), problems: [] };
  return (await holdsRecords(account, book))
    ? { ...prospect, objection: 'The Sync service holds records of the services.' }
    : prospect;
}

/** Carries a prepared installation out; answers the ledger's book as it is then. */
export const install = (account: Account, { book, steps }: Prospect, progress: Progress): Promise<Book> =>
  applySteps(account, book, steps, progress);

/** Carries a prepared destruction out, the ledger last: killed before, the next run knows what is left. */
export async function destroy(
  account: Account,
  { book, steps }: Prospect,
  progress: Progress,
): Promise<void> {
  if (book.revision === undefined && !book.unfinished) return;
  await removeBook(account, await applySteps(account, book, steps, progress));
}

/** Whether carrying this out would write anything. */
export const hasWork = ({ steps, book }: Prospect): boolean =>
  steps.some((step: Step) => isChange(step)) || book.revision === undefined || book.unfinished;
