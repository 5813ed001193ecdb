import type { Page } from 'playwright-core';

/** What an agent does with the activity menu in the header. */
export interface ActivityVerbs {
  /** The name of the activity the header shows. */
  activity(): Promise<string>;
  setActivity(name: string): Promise<void>;
}

/** The activity menu; the button shows `Available | 9s`. */
export function activityVerbs(page: Page): ActivityVerbs {
  const button = page.getByTestId('activity-dropdown-button');
  return {
    async activity() {
      const [name = ''] = (await button.innerText()).split('|');
      return name.trim();
    },
    async setActivity(name) {
      await button.click();
      await page.getByTestId('activity-menu').getByText(name, { exact: true }).click();
      // From its start: "Unavailable" has "Available" in it.
      await button.filter({ hasText: new RegExp(`^\\s*${name}\\b`) }).waitFor();
    },
  };
}
