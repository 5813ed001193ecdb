import { addWorkerToConferenceState } from '../src/endpoints/addWorkerToConferenceState';
import { reconcile } from '../src/endpoints/reconcile';
import { NUMBER } from './support/centre';
import { openScene } from './support/openScene';
import { caller } from './support/ports';
import type { Talk } from './support/scene';

const stage = openScene();

const DAN = '+15550000009';

/** Alice has called Dan in, and her leg is lost; she has the caller again, and Dan is still in the old conference. */
const leaveDanBehind = async (): Promise<{ talk: Talk; again: Talk }> => {
  const { scene, centre } = stage;
  const talk = await scene.talk();
  await centre.client.conferences(talk.conferenceSid).participants.create({ from: NUMBER, to: DAN });
  await scene.settleEvents();
  await scene.drop('alice');
  await scene.acceptPing('alice');
  return { talk, again: await scene.answer('alice', talk.customerCallSid) };
};

const isTogether = async ({ customerCallSid }: Talk): Promise<unknown> =>
  (await stage.scene.customer(customerCallSid))['with'];

describe('a third party who was on the call', () => {
  it('comes along with the first registration of the agent who is back', async () => {
    const { scene, service, centre } = stage;
    const { talk, again } = await leaveDanBehind();
    const before = await isTogether(talk);

    const registration = {
      ...(await scene.registrationOf(again)),
      taskAttributes: { recoveredTaskSid: talk.taskSid },
    };
    await addWorkerToConferenceState.handle(registration, service.ports(), caller(centre, 'alice'));
    await scene.settleEvents();

    expect(before).toEqual(['alice']);
    expect(await isTogether(talk)).toEqual(['alice', DAN]);
  });

  it('comes along within the minute when no page says so, or when it did not work at once', async () => {
    const { scene, service, centre } = stage;
    const { talk } = await leaveDanBehind();
    await scene.settle(60_000);
    centre.local.faults.add({
      match: { host: 'api', method: 'POST', path: '/2010-04-01/Accounts/*/Calls/*' },
      times: 1,
      effect: { type: 'status', status: 400, code: 20_001 },
    });

    await reconcile.handle({}, service.ports(), undefined);
    const first = await isTogether(talk);
    await reconcile.handle({}, service.ports(), undefined);
    await scene.settleEvents();

    expect(first).toEqual(['alice']);
    expect(await isTogether(talk)).toEqual(['alice', DAN]);
  });
});
