import type { Scene } from '../openScenes';
import { failedRequest, lookUp, panelOf, segmentsOf, tabOf, taskSid } from '../show';

const A = taskSid('a');

/** The tab of the task that is selected. */
export function task(scene: Scene): void {
  scene('by one click on the selected task', async ({ stage, alice, service }) => {
    const call = await stage.callFor(alice);
    service.answer(call.taskSid, { pending: 'c1' }, { segmentIds: ['123456', '789012'] });
    await tabOf(alice, 'Segments').click();

    await segmentsOf(alice).getByText('Found 2 segment ID(s):').waitFor();
    expect(service.asked.map(({ TaskSid }) => TaskSid)).toEqual([call.taskSid, call.taskSid]);
    expect(await panelOf(alice).count()).toBe(0);
  });

  scene('by the keyboard', async ({ stage, alice, service }) => {
    const call = await stage.callFor(alice);
    service.answer(call.taskSid, { segmentIds: ['123456'] });
    await tabOf(alice, 'Segments').focus();
    await alice.page.keyboard.press('Enter');

    await segmentsOf(alice).getByText('Found 1 segment ID(s):').waitFor();
  });

  scene(
    'not before the click, and again by another one',
    async ({ stage, alice, service }) => {
      const call = await stage.callFor(alice);
      service.answer(call.taskSid, { fails: 'not_found' }, { segmentIds: ['123456'] });
      await tabOf(alice, 'Info').click();
      await alice.byTestId('task-sid').waitFor();
      expect(service.asked).toEqual([]);

      await tabOf(alice, 'Segments').click();
      await segmentsOf(alice).getByText('Flex Insights does not know this task').waitFor();
      await tabOf(alice, 'Segments').click();
      await segmentsOf(alice).getByText('Found 1 segment ID(s):').waitFor();
    },
    [failedRequest('the service answers 404')],
  );

  scene('a selected task takes the panel’s place, and calls its lookup off', async (floor) => {
    const { stage, alice, service } = floor;
    service.answer(A, { pending: 'c1' });
    await lookUp(alice, A);
    await panelOf(alice).getByText('still computing').waitFor();

    await stage.callFor(alice);
    await panelOf(alice).waitFor({ state: 'detached' });
    await stage.clear(alice);
    await panelOf(alice).waitFor();

    expect(await panelOf(alice).getByText('still computing').count()).toBe(0);
  });

  scene('by a supervisor, on an agent’s task', async ({ stage, alice, service }) => {
    const sam = await stage.centre.openFlex('sam', { path: '/teams' });
    const call = await stage.callFor(alice);
    service.answer(call.taskSid, { segmentIds: ['123456'] });
    await sam.page.getByText(call.shown).first().click();
    await tabOf(sam, 'Segments').click();

    await segmentsOf(sam).getByText('Found 1 segment ID(s):').waitFor();
    expect(service.asked).toMatchObject([{ TaskSid: call.taskSid }]);
    await sam.close();
  });
}
