import { openContactCentre, type ContactCentre, type FlexTab } from '../src/testing/browser';
import { FLEX_SCENARIO } from './flexCentre';

/** A boot of Flex UI on a machine that does other things as well. */
const BOOT_MS = 120_000;
const CLICKS_MS = 60_000;

describe('a chat in the real Flex UI', () => {
  let centre: ContactCentre;
  let alice: FlexTab;

  beforeAll(async () => {
    centre = await openContactCentre({ scenario: FLEX_SCENARIO });
    alice = await centre.openFlex('alice');
  }, BOOT_MS);
  afterAll(() => centre.close());

  it(
    'is accepted, answered in the message box, ended and completed',
    async () => {
      const jane = await centre.customer.chat({ name: 'Jane Roe' });
      await jane.write('Where is my order?');
      await alice.acceptTask('Jane Roe');
      const messages = alice.byTestId('message-body');
      await messages.getByText('Where is my order?').waitFor();

      await alice.byTestId('message-input').fill('It left this morning');
      await alice.byTestId('send-message').click();
      await jane.until('an answer', (chat) => JSON.stringify(chat).includes('It left this morning'));
      await jane.write('Wonderful');
      await messages.getByText('Wonderful').waitFor();
      expect(await messages.allInnerTexts()).toEqual([
        'Where is my order?',
        'It left this morning',
        'Wonderful',
      ]);

      await alice.byTestId('end-task-button').click();
      await jane.until('the end', ({ status }) => status === 'ended');
      await alice.complete();

      await centre.expectClean();
    },
    CLICKS_MS,
  );
});
