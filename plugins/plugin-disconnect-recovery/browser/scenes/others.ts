import type { Scene } from '../openScenes';
import { addThirdParty } from '../addThirdParty';
import { answerCall, dialogOf, isTogether, pingsOf, RECONNECTED } from '../show';

/** Calls with more than an agent and a customer. */
export function others(scene: Scene): void {
  scene('a third party comes along to the new conference', async ({ stage, alice }) => {
    const call = await answerCall(stage, alice);
    const third = await addThirdParty(stage, call, '+15550000009');
    await isTogether(call, 'alice', third);
    const before = (await stage.centre.requests()).at(-1)?.sequence ?? 0;
    await alice.reload();

    await alice.notification(RECONNECTED).waitFor();
    await isTogether(call, 'alice', third);
    // Flex follows by itself, and complains when the call ends in the middle of that.
    await stage.centre.until('Flex lets the others go on without Alice', async () => {
      const asked = await stage.centre.requests({ host: 'event-bridge.twilio.com', since: before });
      const flags = asked.flatMap(({ body }) => {
        const [, flag] = /"EndConferenceOnExit":(true|false)/.exec(JSON.stringify(body ?? '')) ?? [];
        return flag === undefined ? [] : [flag];
      });
      // Alone with the caller first, then with the third party.
      return flags.includes('true') && flags.at(-1) === 'false';
    });
  });

  scene('an agent who takes part in a warm transfer has the call when the first one drops', async (floor) => {
    const { stage, alice, bob } = floor;
    const call = await answerCall(stage, alice);
    await alice.transferToWorker('Bob Brown', { mode: 'WARM' });
    await bob.task(call.shown).waitFor();
    await alice.reload();
    await bob.acceptTask(call.shown);

    await isTogether(call, 'bob');
    await dialogOf(alice).getByText('The customer is with another agent now').waitFor();
    await dialogOf(alice).getByRole('button', { name: 'Close' }).click();
    await dialogOf(alice).waitFor({ state: 'detached' });
    expect((await pingsOf(stage, call)).filter(({ status }) => status === 'completed')).toEqual([]);
  });
}
