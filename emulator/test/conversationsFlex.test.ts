import { openContactCentre, type Chatter, type ContactCentre, type FlexTab } from '../src/testing/browser';
import { FLEX_SCENARIO } from './flexCentre';

/** Two boots of Flex UI on a machine that does other things as well. */
const BOOTS_MS = 180_000;
const CLICKS_MS = 60_000;

describe('a chat in the real Flex UI', () => {
  let centre: ContactCentre;
  let alice: FlexTab;

  beforeAll(async () => {
    const features = ['new-transfer-experience'];
    // Chats are for alice alone; sam takes them when they are transferred to him.
    const workflows = [
      { friendlyName: 'Inbound', configuration: { task_routing: { default_filter: { queue: 'Alice' } } } },
    ];
    const taskQueues = [{ friendlyName: 'Alice', targetWorkers: 'full_name == "Alice Agent"' }];
    centre = await openContactCentre({
      scenario: { ...FLEX_SCENARIO, taskQueues, workflows },
      flex: { features },
    });
    alice = await centre.openFlex('alice');
  }, BOOTS_MS);
  afterEach(() => centre.expectClean());
  afterAll(() => centre.close());

  const messageIn = (tab: FlexTab, text: string) => tab.byTestId('message-body').getByText(text);

  const takeChatFrom = async (name: string, body: string): Promise<Chatter> => {
    const customer = await centre.customer.chat({ name });
    await customer.write(body);
    await alice.acceptTask(name);
    await messageIn(alice, body).waitFor();
    return customer;
  };

  it(
    'is accepted, answered in the message box, ended and completed',
    async () => {
      const jane = await takeChatFrom('Jane Roe', 'Where is my order?');
      await alice.page.getByLabel(/Customer is online/).waitFor();

      await alice.byTestId('message-input').fill('It left this morning');
      await alice.byTestId('send-message').click();
      await jane.until('an answer', (chat) => JSON.stringify(chat).includes('It left this morning'));
      await jane.write('Wonderful');
      await messageIn(alice, 'Wonderful').waitFor();
      expect(await alice.byTestId('message-body').allInnerTexts()).toEqual([
        'Where is my order?',
        'It left this morning',
        'Wonderful',
      ]);

      await alice.byTestId('end-task-button').click();
      await jane.until('the end', ({ status }) => status === 'ended');
      await alice.complete();
    },
    CLICKS_MS,
  );

  it(
    'is still there after a reload, and ends in wrap-up when the customer leaves',
    async () => {
      const john = await takeChatFrom('John Doe', 'Are you open?');

      await alice.reload();
      await alice.selectTask('John Doe');
      await messageIn(alice, 'Are you open?').waitFor();
      await john.write('Never mind');
      await messageIn(alice, 'Never mind').waitFor();
      await john.leave();

      await alice.complete();
    },
    CLICKS_MS,
  );

  it(
    'is transferred in the directory: the next agent sees what was said, the first completes',
    async () => {
      const sam = await centre.openFlex('sam');
      const mary = await takeChatFrom('Mary Major', 'My parcel is wet');

      await alice.byTestId('task-actions-menu-toggle').click();
      await alice.byTestId('task-transfer-button').click();
      const directory = alice.page.locator('.Twilio-WorkerDirectory');
      await directory.getByText('Sam Supervisor', { exact: true }).hover();
      await directory.getByRole('button', { name: 'Transfer to Sam Supervisor' }).click();
      await alice.page.getByRole('button', { name: 'Confirm transfer' }).click();
      await sam.acceptTask('Mary Major');
      await messageIn(sam, 'My parcel is wet').waitFor();
      await alice.complete();

      await mary.until('only sam', ({ agents }) => JSON.stringify(agents) === '["sam"]');
      await mary.write('Hello Sam');
      await messageIn(sam, 'Hello Sam').waitFor();
    },
    BOOTS_MS,
  );
});
