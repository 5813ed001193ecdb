import type { Locator, Page } from 'playwright-core';

/** What an agent does with the tasks in the list. */
export interface TaskVerbs {
  /** The entry in the task list that shows this text, or the first one. */
  task(text?: string | RegExp): Locator;
  /** What the entries of the task list say, from top to bottom. */
  tasks(): Promise<readonly string[]>;
  acceptTask(text?: string | RegExp): Promise<void>;
  /** Resolves when it is clicked: TaskRouter may offer the same task again at once. */
  rejectTask(text?: string | RegExp): Promise<void>;
  selectTask(text?: string | RegExp): Promise<void>;
  /** Presses Complete on the task that is shown, and waits until it has left the list. */
  complete(): Promise<void>;
}

/** The task list and the header of the task that is shown. */
export function taskVerbs(page: Page): TaskVerbs {
  const items = page.getByTestId('task-item');
  const task = (text?: string | RegExp): Locator =>
    (text === undefined ? items : items.filter({ hasText: text })).first();
  return {
    task,
    tasks: () => items.allInnerTexts(),
    async acceptTask(text) {
      const button = task(text).getByTestId('accept-task');
      await button.click();
      await button.waitFor({ state: 'detached' });
    },
    rejectTask: (text) => task(text).getByTestId('reject-task').click(),
    selectTask: (text) => task(text).click(),
    async complete() {
      const before = await items.count();
      await page
        .getByTestId('end-task-button')
        .filter({ hasText: /complete/i })
        .click();
      await items.nth(before - 1).waitFor({ state: 'detached' });
    },
  };
}
