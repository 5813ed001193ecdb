import { writeFileSync } from 'node:fs';
import { openContactCentre, type ContactCentre, type FlexTab } from '../src/testing/browser';
import { FLEX_SCENARIO } from './flexCentre';
let centre: ContactCentre; let alice: FlexTab; let sam: FlexTab;
afterAll(() => centre.close());
it('x', async () => {
  centre = await openContactCentre({ scenario: FLEX_SCENARIO, flex: { features: ['new-transfer-experience'] } });
  alice = await centre.openFlex('alice');
  sam = await centre.openFlex('sam', {path: '/agent-desktop'});
  const jane = await centre.customer.chat({ name: 'Jane Roe' });
  await jane.write('Where is my order?');
  const st = await centre.until('res', (s) => s.reservations?.find?.((r: any) => r.status === 'pending') ?? (console.log(JSON.stringify(s)), false));
  console.log(JSON.stringify(st));
  const [a, b] = JSON.stringify(st).includes('"alice"') ? [alice, sam] : [sam, alice];
  const other = a === alice ? 'Sam Supervisor' : 'Alice Agent';
  try {
  await a.acceptTask('Jane Roe');
  await a.byTestId('message-body').first().waitFor();
  await a.page.getByRole('button', { name: 'Actions' }).click();
  await a.byTestId('task-transfer-button').click({timeout: 5000});
  await a.screenshot('/tmp/C/t1.png');
  const dir = a.page.locator('.Twilio-WorkerDirectory');
  await dir.getByText(other, { exact: true }).first().hover({timeout: 5000});
  await a.byTestId('cbm-cold-transfer-button').first().click({timeout: 5000});
  await a.screenshot('/tmp/C/t2.png');
  await b.acceptTask('Jane Roe');
  await b.byTestId('message-body').getByText('Where is my order?').waitFor();
  await b.screenshot('/tmp/C/t3.png');
  await a.screenshot('/tmp/C/t4.png');
  await a.complete();
  await a.screenshot('/tmp/C/t5.png');
  console.log(JSON.stringify(await jane.look()));
  } catch (e) { console.log(String(e)); await a.screenshot('/tmp/C/tf.png'); writeFileSync('/tmp/C/tf.html', await a.page.content()); }
  await centre.expectClean();
}, 120000);
