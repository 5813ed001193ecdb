import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { AdminClient } from './adminClient';
import { type ActivityVerbs, activityVerbs } from './verbs/activity';
import { type CallVerbs, callVerbs } from './verbs/call';
import { type TaskVerbs, taskVerbs } from './verbs/tasks';
import { type NotificationVerbs, notificationVerbs } from './verbs/notifications';
import { openPage } from './openPage';

/** One tab with Flex, and what an agent does in it by clicking. */
export interface FlexTab extends TaskVerbs, CallVerbs, ActivityVerbs, NotificationVerbs {
  readonly name: string;
  /** Playwright's own page, for whatever the verbs don't know. */
  readonly page: Page;
  byTestId(id: string): Locator;
  /** Presses a link of the side bar, e.g. `Teams`, `Queues Stats`. */
  goTo(view: string): Promise<void>;
  /** Presses reload and waits until Flex is there again. */
  reload(): Promise<void>;
  /** A second tab of the same session. */
  openTab(): Promise<FlexTab>;
  /** Pulls the network cable of this person's computer: open connections are cut, new ones fail. */
  dropNetwork(): Promise<void>;
  restoreNetwork(): Promise<void>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface TabOptions {
  readonly name: string;
  readonly admin: AdminClient;
  readonly context: BrowserContext;
  /** e.g. `http://alice.localhost:4010/agent-desktop`. */
  readonly url: string;
}

/** Opens Flex in a new tab; resolves when it is usable. */
export async function openTab(options: TabOptions): Promise<FlexTab> {
  const { name, admin, context, url } = options;
  const page = await context.newPage();
  const show = () => openPage(page, name, () => page.goto(url, { waitUntil: 'commit' }));
  const setOnline = async (online: boolean): Promise<void> => {
    // The browser refuses new requests to anybody; what is open only the local Twilio can cut.
    await context.setOffline(!online);
    await admin.post('network', { page: name, online });
  };
  await show();
  return {
    name,
    page,
    ...taskVerbs(page),
    ...callVerbs(page),
    ...activityVerbs(page),
    ...notificationVerbs(page),
    byTestId: (id) => page.getByTestId(id),
    goTo: (view) => page.getByRole('link', { name: view, exact: true }).click(),
    reload: () => openPage(page, name, () => page.reload({ waitUntil: 'commit' })),
    openTab: () => openTab(options),
    dropNetwork: () => setOnline(false),
    restoreNetwork: () => setOnline(true),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    close: () => page.close(),
  };
}
