import type { FlexTab, SeenTask, SeenTransfer } from '@patchbay/emulator/browser';
import type { CallOnStage, Stage } from '@patchbay/plugin-kit/browser';

/** How Flex shows an attribution task in the task list. */
export const ATTRIBUTION = /Transfer from/;
export const FAILED = 'Transfer failed. Please try again or contact a supervisor.';

/** What A sees beside a call that is being transferred. */
export const panelOf = (tab: FlexTab) => tab.byTestId('patchbay-transfer');

/** A presses a button of what is shown beside the call. */
export const press = (tab: FlexTab, name: 'Cancel transfer' | 'Transfer again' | 'Close') =>
  panelOf(tab).getByRole('button', { name }).click();

/** The button of a task in wrap-up. */
export const wrapUpOf = (tab: FlexTab) => tab.byTestId('end-task-button').filter({ hasText: /complete/i });

/** The button of a live call; with another agent on it one leaves it to them. */
export const hangUpOf = (tab: FlexTab) =>
  tab.byTestId('end-task-button').filter({ hasText: /hang up|leave call/i });

/**
 * A leaves the call to B. Not before A's page knows that B is there: until then leaving ends the call for everybody, with
 * Flex as it is.
 */
export async function leaveTo(alice: FlexTab): Promise<void> {
  await alice
    .byTestId('end-task-button')
    .filter({ hasText: /leave call/i })
    .waitFor();
  await alice.hangUp();
}

type Which = Pick<CallOnStage, 'taskSid'>;

/** The attribution tasks there ever were for a call, oldest first. */
export async function attributionsOf({ centre }: Stage, { taskSid }: Which): Promise<readonly SeenTask[]> {
  const { tasks } = await centre.state();
  return tasks.filter(({ attributes }) => attributes['originalTaskSid'] === taskSid);
}

/** What TaskRouter was asked to transfer of a call, oldest first. */
export async function transfersOf({ centre }: Stage, { taskSid }: Which): Promise<readonly SeenTransfer[]> {
  const { transfers } = await centre.state();
  return transfers.filter((transfer) => transfer.taskSid === taskSid);
}

/** Resolves when nothing of a transfer is left: no attribution task, no mark on the call, no capacity of B's. */
export async function nothingIsLeft({ centre }: Stage, { taskSid }: Which): Promise<void> {
  await centre.until('nothing of the transfer is left', ({ tasks, workers }) => {
    const open = tasks.filter(
      ({ attributes, status }) =>
        attributes['originalTaskSid'] === taskSid && status !== 'completed' && status !== 'canceled',
    );
    const call = tasks.find(({ sid }) => sid === taskSid);
    const isMarked = call !== undefined && 'transferTo' in call.attributes;
    return open.length === 0 && !isMarked && workers.every(({ assigned }) => !assigned['bpo_assortment']);
  });
}

/** B takes the call that is transferred; resolves when Flex shows it live. */
export async function takeCall(bob: FlexTab, shown: string): Promise<void> {
  await bob.task(shown).waitFor();
  await bob.dismissNotifications();
  await bob.acceptTask(shown);
  await hangUpOf(bob).waitFor();
}

/** B takes the attribution task, and then the call. */
export async function receive(bob: FlexTab, shown: string): Promise<void> {
  await bob.acceptTask(ATTRIBUTION);
  await takeCall(bob, shown);
}
