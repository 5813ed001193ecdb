import type { Account } from '../account/account';
import { observe } from '../account/observe';
import type { Progress } from '../apply';
import type { Installation } from '../describe/installation';
import { valuesOf } from '../environment/valuesOf';
import { SERVICE_NAME } from '../ledger/book';
import { isChange, objectionTo } from '../plan/plan';
import { wordsFor } from '../plan/wordsFor';
import {
  destroy,
  hasWork,
  install,
  prepareDestruction,
  prepareInstallation,
  type Prospect,
} from '../provisionAccount';
import type { Command } from './readOptions';

/** What `npm run provision` ends with. */
export const EXIT = { done: 0, failed: 1, consentMissing: 2, changesAhead: 3 } as const;

export interface Terminal {
  readonly print: (line: string) => void;
  /** Asks a person; undefined where nobody can answer. */
  readonly ask?: (question: string) => Promise<boolean>;
}

export interface Run {
  readonly account: Account;
  readonly installation: Installation;
  readonly syncServiceSid: string | undefined;
  readonly yes: boolean;
  /** Undefined where the values are only printed. */
  readonly writeValues: ((service: string, values: Readonly<Record<string, string>>) => void) | undefined;
  readonly terminal: Terminal;
}

/** Carries one command out; answers its exit code. Throws what Twilio or the network cause. */
export async function runProvision(command: Command, run: Run): Promise<number> {
  const { account, installation, syncServiceSid, terminal } = run;
  const undoing = command === 'destroy' || command === 'status';
  const prospect = await (undoing
    ? prepareDestruction(account, syncServiceSid)
    : prepareInstallation(account, installation, syncServiceSid));
  if (command === 'status') return tellStatus(prospect, terminal);
  tellPlan(prospect, command, terminal);
  if (prospect.problems.length > 0) return EXIT.failed;
  if (command === 'plan') return hasWork(prospect) ? EXIT.changesAhead : EXIT.done;
  if (!(await isAgreed(prospect, run))) return EXIT.consentMissing;
  if (command === 'destroy') await destroy(account, prospect, showProgress(terminal));
  else await apply(prospect, run);
  return EXIT.done;
}

function tellStatus({ steps, book }: Prospect, { print }: Terminal): number {
  const service = book.serviceSid === undefined ? '' : `; the ledger is in Sync service ${book.serviceSid}`;
  print(`Workspace ${book.ledger.workspaceSid}${service}`);
  for (const step of steps) {
    if (step.do === 'remove')
      print(
        `  ${step.found.sid} ${step.found.kind} "${step.found.name}"${step.objection ? `, ${step.objection}` : ''}`,
      );
  }
  if (steps.length === 0) print('  Nothing here was made by this command.');
  return EXIT.done;
}

function tellPlan(prospect: Prospect, command: Command, { print }: Terminal): void {
  for (const problem of prospect.problems) print(`! ${problem}`);
  if (command !== 'destroy' && prospect.book.revision === undefined) {
    print(
      prospect.book.serviceSid === undefined
        ? `+ create Sync service "${SERVICE_NAME}"`
        : `+ create the ledger in Sync service ${prospect.book.serviceSid}`,
    );
  }
  for (const line of prospect.steps.flatMap(wordsFor)) print(line);
  if (command === 'destroy' && prospect.book.ledger.madeService)
    print(`- remove Sync service "${SERVICE_NAME}", with what the services keep in it`);
  const changes = prospect.steps.filter(isChange).length;
  print(changes === 0 ? 'Nothing to change.' : `${changes} to change.`);
}

/** Before the first write: an apply that stops in the middle for an answer would leave half of it. */
async function isAgreed({ steps, objection }: Prospect, { yes, terminal }: Run): Promise<boolean> {
  const doubtful = steps.filter((step) => objectionTo(step) !== undefined).length;
  if ((doubtful === 0 && objection === undefined) || yes) return true;
  const reasons = [
    ...(doubtful === 0 ? [] : [`${doubtful} of these were not made by this command, or edited since.`]),
    ...(objection === undefined ? [] : [objection]),
  ].join(' ');
  if (terminal.ask !== undefined && (await terminal.ask(`${reasons} Go on?`))) return true;
  terminal.print(`Nothing was changed. ${reasons} --yes agrees to that.`);
  return false;
}

async function apply(prospect: Prospect, run: Run): Promise<void> {
  const { account, installation, terminal, writeValues } = run;
  const { serviceSid = '' } = await install(account, prospect, showProgress(terminal));
  const found = await observe(account);
  const provisioned = { workspaceSid: account.workspaceSid, syncServiceSid: serviceSid, found };
  for (const [service, values] of valuesOf(installation, provisioned)) {
    terminal.print(`\n# serverless/${service}/.env${writeValues === undefined ? '' : ' (written)'}`);
    for (const [name, value] of Object.entries(values)) terminal.print(`${name}=${value}`);
    writeValues?.(service, values);
  }
}

const showProgress =
  ({ print }: Terminal): Progress =>
  (step, number, of) => {
    print(`${number}/${of} ${wordsFor(step)[0] ?? ''}`);
  };
