import type { FlexTab } from '@patchbay/emulator/browser';
import * as z from 'zod/mini';
import type { Stage } from '@patchbay/plugin-kit/browser';

/** The requests of pages to one endpoint of the service, for the fault plan. */
export const requestsTo = ({ stack }: Stage, endpoint: string) => ({
  host: stack.services['attribution-transfer']?.domain ?? '',
  path: `/${endpoint}`,
});

/** Has the page say something else in its next request to an endpoint, so that the service itself refuses it. */
export async function falsifyNext(
  { page }: FlexTab,
  endpoint: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await page.route(
    `**/${endpoint}`,
    async (route) => {
      const form = new URLSearchParams(route.request().postData() ?? '');
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      await route.continue({ postData: form.toString() });
    },
    { times: 1 },
  );
}

/** Lets requests to an endpoint through, and none of the answers back. Resolves when the first one has been answered. */
export async function swallowAnswers({ page }: FlexTab, endpoint: string): Promise<{ first: Promise<void> }> {
  let answered: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (answered = resolve));
  await page.route(`**/${endpoint}`, async (route) => {
    await route.fetch();
    answered();
  });
  return { first };
}

/** Has a page's completing of tasks never leave it. `first` resolves when it has tried. */
export async function holdBackCompletions({ page }: FlexTab): Promise<{ first: Promise<void> }> {
  let tried: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (tried = resolve));
  await page.route('**/event-bridge.twilio.com/**', async (route) => {
    const isCompletion = route.request().postData()?.includes('"ReservationStatus":"completed"');
    if (isCompletion === true) tried();
    else await route.continue();
  });
  return { first };
}

const Status = z.looseObject({ attempt: z.nullable(z.looseObject({})) });

/** Has the service call transfers interrupted, as it does where disconnect recovery is installed. */
export async function sayInterrupted({ page }: FlexTab): Promise<void> {
  await page.route('**/attribution-status', async (route) => {
    const response = await route.fetch();
    const body = z.parse(Status, await response.json());
    const attempt = body.attempt && { ...body.attempt, state: 'interrupted', reason: null, open: false };
    await route.fulfill({ response, json: { ...body, attempt } });
  });
}
