import type { Album } from './album';

const CALLER = '+15557654321';
const SHOWN = '+1 555-765-4321';
/** Keeps the caller on the way to the queue for a while, so that the agent is seen waiting. */
const SLOW_REDIRECT = {
  match: { host: 'api.twilio.com', method: 'POST', path: '/2010-04-01/Accounts/*/Calls/*' },
  times: 1,
  effect: { type: 'latency', ms: 2_500 },
} as const;

/** Cuts Alice off in the middle of a call and lets her come back, with Sam looking on; yields each picture's name. */
export async function* photographRecovery({ centre, alice, bob, sam, take }: Album): AsyncGenerator<string> {
  await bob.setActivity('Unavailable');
  await sam.goTo('Recoveries');
  const registered = alice.page.waitForResponse(
    (response) => response.url().endsWith('/flex/add-worker-to-conference-state') && response.ok(),
  );
  const caller = await centre.customer.call({ from: CALLER });
  await alice.acceptTask(SHOWN);
  await registered;

  await alice.dropNetwork();
  const open = sam.byTestId('patchbay-recoveries-open').getByRole('row');
  await open.filter({ hasText: 'Alice Adams' }).filter({ hasText: 'Sent' }).waitFor();
  yield await take(sam, 'recovery-supervisor');

  await centre.faults.add(SLOW_REDIRECT);
  await alice.restoreNetwork();
  await alice.byTestId('patchbay-recovery').getByText('Reconnecting you now…').waitFor();
  yield await take(alice, 'recovery-agent');

  await caller.until('is back with Alice', (call) => JSON.stringify(call['with']) === '["alice"]');
  await alice.byTestId('patchbay-recovery').waitFor({ state: 'detached' });
  await alice.notification('Reconnected with customer').waitFor();
  yield await take(alice, 'recovery-done');
  await caller.hangUp();
  await alice.complete();
}
