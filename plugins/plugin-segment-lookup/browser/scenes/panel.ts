import { forbidCopying, readableClipboard } from '../clipboard';
import type { Scene } from '../openScenes';
import { inputOf, lookUp, panelOf, taskSid } from '../show';

const A = taskSid('a');
const B = taskSid('b');

/** The panel, while no task is selected. */
export function panel(scene: Scene): void {
  scene('by typing and pressing the button', async ({ alice, service }) => {
    service.answer(A, { segmentIds: ['123456', '789012'] });
    const panel = panelOf(alice);
    await panel.getByRole('heading', { name: 'Segment ID Lookup' }).waitFor();
    // In another case and with spaces, as it comes out of a spreadsheet.
    await inputOf(alice).fill(` ${A.toUpperCase()} `);
    await panel.getByRole('button', { name: 'Look up', exact: true }).click();

    await panel.getByText('Found 2 segment ID(s):').waitFor();
    expect(await panel.getByRole('listitem').allInnerTexts()).toEqual(['123456', '789012']);
    expect(service.asked).toMatchObject([{ TaskSid: A, canContinue: true }]);
    expect(service.asked[0]?.token).toBeTruthy();
  });

  scene('by Enter, and without a mouse to the copies', async ({ alice, service }) => {
    service.answer(A, { segmentIds: ['123456'] });
    const { keyboard } = alice.page;
    await inputOf(alice).focus();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(A);
    await keyboard.press('Enter');
    await panelOf(alice).getByText('Found 1 segment ID(s):').waitFor();

    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');

    await panelOf(alice).getByText('Copied 123456.').waitFor();
  });

  scene('what is no Task SID goes nowhere', async ({ alice, service }) => {
    const requests: string[] = [];
    alice.page.on('request', (request) => requests.push(request.url()));
    for (const typed of ['', 'WT123', `WR${A.slice(2)}`, `${A}0`]) {
      await lookUp(alice, typed);
      await panelOf(alice)
        .getByText(typed === '' ? 'Enter a Task SID first.' : 'That is not a Task SID')
        .waitFor();
    }
    service.answer(A, { segmentIds: ['123456'] });
    await lookUp(alice, A);
    await panelOf(alice).getByText('Found 1').waitFor();

    expect(requests.filter((url) => url.startsWith(service.origin))).toHaveLength(1);
  });

  scene('a report that takes long is followed to its end', async ({ alice, service }) => {
    service.answer(A, { pending: 'c1' }, { pending: 'c2' }, { segmentIds: ['123456'] });
    await lookUp(alice, A);
    await panelOf(alice).getByText('Flex Insights is still computing the report…').waitFor();
    await panelOf(alice).getByText('Found 1 segment ID(s):').waitFor();

    expect(service.asked.map(({ continuation }) => continuation)).toEqual([undefined, 'c1', 'c2']);
  });

  scene('a report that takes too long for somebody is cancelled', async ({ alice, service }) => {
    service.answer(A, { pending: 'c1' });
    await lookUp(alice, A);
    await panelOf(alice).getByText('still computing').waitFor();
    await panelOf(alice).getByRole('button', { name: 'Cancel' }).click();
    await panelOf(alice).getByText('still computing').waitFor({ state: 'detached' });

    service.answer(B, { segmentIds: [] });
    await lookUp(alice, B);
    await panelOf(alice).getByText('No segments found').waitFor();
    expect(service.asked.at(-1)?.TaskSid).toBe(B);
  });

  scene('there are none yet', async ({ alice, service }) => {
    service.answer(A, { segmentIds: [] }, { segmentIds: ['123456'] });
    await lookUp(alice, A);
    await panelOf(alice).getByText('No segments found').waitFor();
    await panelOf(alice).getByText('30 to 60 minutes after the task').waitFor();
    await panelOf(alice).getByRole('button', { name: 'Look up again' }).click();
    await panelOf(alice).getByText('Found 1 segment ID(s):').waitFor();
  });

  scene('two in a row: the slow first one does not overwrite the second', async ({ alice, service }) => {
    service.answer(A, { segmentIds: ['111111'] });
    service.answer(B, { segmentIds: ['222222'] });
    const release = service.hold(A);
    await lookUp(alice, A);
    await panelOf(alice).getByText('Looking up segments…').waitFor();
    const first = alice.page.waitForEvent('requestfailed');
    await lookUp(alice, B);
    await panelOf(alice).getByText('222222', { exact: true }).waitFor();
    release();
    await first;

    expect(service.asked.map(({ TaskSid }) => TaskSid)).toEqual([A, B]);
    expect(await panelOf(alice).getByRole('listitem').allInnerTexts()).toEqual(['222222']);
  });

  scene('one is copied, or all', async ({ alice, service }) => {
    service.answer(A, { segmentIds: ['123456', '789012'] });
    const clipboard = await readableClipboard(alice);
    await lookUp(alice, A);
    await panelOf(alice).getByRole('button', { name: 'Copy 789012' }).click();
    await panelOf(alice).getByText('Copied 789012.').waitFor();
    const one = await clipboard();
    await panelOf(alice).getByRole('button', { name: 'Copy all' }).click();
    await panelOf(alice).getByText('Copied 2 segment ID(s).').waitFor();

    expect([one, await clipboard()]).toEqual(['789012', '123456\n789012']);
  });

  scene('a browser that forbids copying is said to', async ({ alice, service }) => {
    service.answer(A, { segmentIds: ['123456'] });
    const allowCopying = await forbidCopying(alice);
    await lookUp(alice, A);
    await panelOf(alice).getByRole('button', { name: 'Copy all' }).click();
    await panelOf(alice).getByText('The browser does not allow copying here.').waitFor();
    await allowCopying();
  });
}
