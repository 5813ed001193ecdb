import type { FlexTab, SeenTask } from '@patchbay/emulator/browser';
import type { Stage } from '@patchbay/plugin-kit/browser';

/** How Flex shows an attribution task in the task list. */
export const ATTRIBUTION = /Transfer from/;
export const FAILED = 'Transfer failed. Please try again or contact a supervisor.';

/** What A sees beside a call that is being transferred. */
export const panelOf = (tab: FlexTab) => tab.byTestId('patchbay-transfer');

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

/** The attribution tasks there ever were for a call, oldest first. */
export async function attributionsOf({ centre }: Stage, taskSid: string): Promise<readonly SeenTask[]> {
  const { tasks } = await centre.state();
  return tasks.filter(({ attributes }) => attributes['originalTaskSid'] === taskSid);
}

/** B takes the attribution task, and then the call; resolves when Flex shows it live. */
export async function receive(bob: FlexTab, shown: string): Promise<void> {
  await bob.acceptTask(ATTRIBUTION);
  await bob.task(shown).waitFor();
  await bob.dismissNotifications();
  await bob.acceptTask(shown);
  await hangUpOf(bob).waitFor();
}
