import type { Album } from './album';

const CALLER = '+15551234567';
const SHOWN = '+1 555-123-4567';
const OFFER = /Transfer from/;

/** Plays one COLD transfer from Alice to Bob, with Sam looking on, and yields the name of each picture it took. */
export async function* photographTransfer({ centre, alice, bob, sam, take }: Album): AsyncGenerator<string> {
  // So that it is Alice who gets the call.
  await bob.setActivity('Unavailable');
  const caller = await centre.customer.call({ from: CALLER, name: 'Jane Roe' });
  await alice.acceptTask(SHOWN);
  await caller.until('talks to Alice', (call) => JSON.stringify(call['with']) === '["alice"]');
  await bob.setActivity('Available');
  const button = await alice.findTransferButton('Queues', 'Support');
  await button.waitFor();
  yield await take(alice, 'transfer-directory');

  await button.click();
  await alice.byTestId('patchbay-transfer').getByText('Finding an agent of BPO_B…').waitFor();
  await alice.page.locator('.Twilio-WorkerDirectory').waitFor({ state: 'hidden' });
  yield await take(alice, 'transfer-waiting');

  await bob.selectTask(OFFER);
  await bob.byTestId('patchbay-attribution').getByText('Alice Adams').waitFor();
  yield await take(bob, 'transfer-offered');

  await sam.page.getByText(SHOWN).first().click();
  await sam.byTestId('patchbay-overseen-transfer').waitFor();
  yield await take(sam, 'supervisor-teams');

  await bob.acceptTask(OFFER);
  await bob.acceptTask(SHOWN);
  await bob.byTestId('call-transfer').waitFor();
  await alice.notification('The call has been transferred.').waitFor();
  yield await take(alice, 'transfer-done');

  await sam.goTo('Queues Stats');
  await sam.page.getByRole('row').filter({ hasText: 'Support' }).first().waitFor();
  // Flex opens "Edit view" over the table the first time.
  const panel = sam.page.locator('.Twilio-SidePanel-IconButton');
  await panel.click();
  await panel.waitFor({ state: 'detached' });
  yield await take(sam, 'supervisor-queues');
  await caller.hangUp();
  await Promise.all([alice.complete(), bob.complete()]);
}
