import type { Allowance, FlexTab } from '@patchbay/emulator/browser';

/** The panel that is there while no task is selected. */
export const panelOf = (tab: FlexTab) => tab.byTestId('patchbay-segment-lookup');

export const inputOf = (tab: FlexTab) => panelOf(tab).getByLabel('Enter Task SID');

/** What the segments tab of a task shows. */
export const segmentsOf = (tab: FlexTab) => tab.byTestId('patchbay-task-segments');

/** A tab of the selected task; Flex draws a button within its header, of the same name. */
export const tabOf = (tab: FlexTab, name: 'Info' | 'Segments') =>
  tab.page.getByRole('button', { name, exact: true }).first();

/** A Task SID of one digit. */
export const taskSid = (digit: string): string => `WT${digit.repeat(32)}`;

/** Somebody enters a SID and presses Enter. */
export async function lookUp(tab: FlexTab, sid: string): Promise<void> {
  await inputOf(tab).fill(sid);
  await inputOf(tab).press('Enter');
}

/** Chromium itself writes an answer that is no success to the console. */
export const failedRequest = (because: string): Allowance => ({
  kind: 'console error',
  text: /Failed to load resource/,
  because,
});
