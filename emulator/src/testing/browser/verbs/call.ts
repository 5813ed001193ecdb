import type { Locator, Page } from 'playwright-core';

export type TransferMode = 'WARM' | 'COLD';

/** What an agent does with the call that is shown. */
export interface CallVerbs {
  /** Opens the directory, finds the queue and presses its transfer button. COLD unless told otherwise. */
  transferToQueue(name: string, options?: { readonly mode?: TransferMode }): Promise<void>;
  transferToWorker(fullName: string, options?: { readonly mode?: TransferMode }): Promise<void>;
  /** The transfer button of a queue, with the directory open: for clicking it in ways of one's own. */
  findTransferButton(tab: 'Agents' | 'Queues', name: string, mode?: TransferMode): Promise<Locator>;
  hold(): Promise<void>;
  unhold(): Promise<void>;
  /** Ends the call, or leaves it to the other agents on it. */
  hangUp(): Promise<void>;
}

/** Flex calls a warm transfer "Consult" (templates WarmTransferTooltip, ColdTransferTooltip). */
const TITLE = { WARM: 'Consult', COLD: 'Transfer to' } as const;

/** The header's button of a live call: with other agents on it one leaves it to them. */
const LIVE = /hang up|leave call/i;

/** The call canvas, its directory and the header's hang-up button. */
export function callVerbs(page: Page): CallVerbs {
  const directory = page.locator('.Twilio-WorkerDirectory');

  const findTransferButton: CallVerbs['findTransferButton'] = async (tab, name, mode = 'COLD') => {
    if (!(await directory.isVisible())) await page.getByTestId('call-transfer').click();
    await directory.getByText(tab, { exact: true }).click();
    await directory.getByText(name, { exact: true }).first().hover();
    return directory.getByRole('button', { name: `${TITLE[mode]} ${name}`, exact: true });
  };

  return {
    findTransferButton,
    async transferToQueue(name, { mode = 'COLD' } = {}) {
      await (await findTransferButton('Queues', name, mode)).click();
    },
    async transferToWorker(fullName, { mode = 'COLD' } = {}) {
      await (await findTransferButton('Agents', fullName, mode)).click();
    },
    hold: () => page.getByRole('button', { name: /^hold/i }).first().click(),
    unhold: () =>
      page
        .getByRole('button', { name: /^unhold/i })
        .first()
        .click(),
    async hangUp() {
      const button = page.getByTestId('end-task-button');
      await button.filter({ hasText: LIVE }).click();
      await button.filter({ hasNotText: LIVE }).waitFor();
    },
  };
}
