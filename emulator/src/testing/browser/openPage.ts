import type { Page } from 'playwright-core';

/** Flex UI is 17 MB of script; on two busy cores that takes its time. */
const BOOT_PATIENCE_MS = 90_000;
/** A mark the local Flex page sets when `runDefault` has resolved. */
const READY = "performance.getEntriesByName('flex-ready').length > 0";

/** Goes to Flex and resolves when it is usable; rejects with what the page says when it is not. */
export async function openPage(page: Page, name: string, go: () => Promise<unknown>): Promise<void> {
  await go();
  try {
    await page.waitForFunction(READY, undefined, { timeout: BOOT_PATIENCE_MS });
    await page.getByTestId('activity-dropdown-button').waitFor({ timeout: BOOT_PATIENCE_MS });
  } catch (cause) {
    const shown = await page
      .locator('body')
      .innerText({ timeout: 1_000 })
      .catch(() => '');
    throw new Error(`Flex did not become usable for ${name}. The page shows: ${shown.slice(0, 500)}`, {
      cause,
    });
  }
}

/** Milliseconds from the start of the navigation until Flex was usable. */
export async function bootTime(page: Page): Promise<number> {
  return Number(await page.evaluate("performance.getEntriesByName('flex-ready')[0]?.startTime ?? NaN"));
}
