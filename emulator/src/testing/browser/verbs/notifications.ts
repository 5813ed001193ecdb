import type { Locator, Page } from 'playwright-core';

/** The notification bar. */
export interface NotificationVerbs {
  /** Texts of the notifications that are shown now. */
  notifications(): Promise<readonly string[]>;
  /** A notification with this text; wait for it. */
  notification(text: string | RegExp): Locator;
  /** Closes the bar, which covers the upper end of the task list, as long as there is one. */
  dismissNotifications(): Promise<void>;
}

/** Flex shows one bar after the other and takes each away after some seconds. */
export function notificationVerbs(page: Page): NotificationVerbs {
  const bars = page.getByTestId('notification-message');
  const close = page.getByRole('button', { name: 'Close notification' });
  return {
    notifications: () => bars.allInnerTexts(),
    notification: (text) => bars.filter({ hasText: text }).first(),
    async dismissNotifications() {
      while ((await close.count()) > 0) {
        // By an event, because a bar that is sliding away can't be clicked any more.
        await close
          .first()
          .dispatchEvent('click', {}, { timeout: 1_000 })
          .catch(() => undefined);
        await close
          .first()
          .waitFor({ state: 'detached', timeout: 1_000 })
          .catch(() => undefined);
      }
    },
  };
}
