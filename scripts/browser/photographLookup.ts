import type { Album } from './album';

const CALLER = '+15551112222';
const SHOWN = '+1 555-111-2222';
/** More than a call's segments take to be in the reports of the local contact centre. */
const LATENCY_MS = 20_000;

/** Looks the segments of a call up that has ended; yields the picture's name. */
export async function* photographLookup({ centre, alice, take }: Album): AsyncGenerator<string> {
  const caller = await centre.customer.call({ from: CALLER });
  await alice.acceptTask(SHOWN);
  const { taskSid } = await caller.until(
    'talks to Alice',
    ({ with: others }) => JSON.stringify(others) === '["alice"]',
  );
  await caller.hangUp();
  await alice.complete();
  await centre.advance(LATENCY_MS);

  await alice.page.getByLabel('Enter Task SID').fill(String(taskSid));
  await alice.page.getByRole('button', { name: 'Look up' }).click();
  await alice.page.getByText(/^Found 2 segment/).waitFor();
  yield await take(alice, 'segment-lookup');
}
