import { reconcile } from '../src/endpoints/reconcile';
import { mortal, type Death } from './support/deaths';
import { openScene } from './support/openScene';

const stage = openScene();

/** From the drop to the reconnect, with one process that dies; then time and the scheduler. */
async function story(death: Death): Promise<number> {
  const { scene, service } = stage;
  const talk = await scene.talk();
  const life = mortal(death);
  service.options = { through: life.through };
  await scene.drop('alice');
  for (let tries = 0; tries < 6; tries += 1) {
    const accepted = await scene.acceptPing('alice').then(
      () => true,
      () => false,
    );
    if (accepted) break;
    await pass(16_000);
  }
  for (let tries = 0; tries < 6; tries += 1) {
    const answered = await scene.answer('alice', talk.customerCallSid).then(
      () => true,
      () => false,
    );
    if (answered) break;
    await pass(30_000);
  }
  await pass(61_000);
  await pass(61_000);
  const { drop } = await scene.record(talk.taskSid);
  expect(drop?.phase).toBe('ended');
  expect(drop?.outcome).toMatch(/reconnected|taken_over/);
  expect(await scene.customer(talk.customerCallSid)).toMatchObject({
    status: 'in-progress',
    with: ['alice'],
  });
  await expectOneWayBack();
  return life.requests;
}

async function pass(ms: number): Promise<void> {
  const { scene, service, centre } = stage;
  await scene.settle(ms);
  await reconcile.handle({}, service.ports(), undefined);
  await scene.settleEvents();
  // Where the ping was not answered in time Alice was set Offline; she is back.
  const { client, sids } = centre;
  const alice = client.taskrouter.v1.workspaces(sids.workspaceSid).workers(sids.workers['alice'] ?? '');
  if (!(await alice.fetch()).available)
    await alice.update({ activitySid: sids.activities['Available'] ?? '' });
  await scene.settleEvents();
}

async function expectOneWayBack(): Promise<void> {
  const { client, sids } = stage.centre;
  const tasks = await client.taskrouter.v1.workspaces(sids.workspaceSid).tasks.list();
  const back = tasks.filter(({ attributes }) => attributes.includes('recoveredTaskSid'));
  const live = tasks.filter(
    ({ attributes, assignmentStatus }) =>
      attributes.includes('disconnectedTaskSid') &&
      ['pending', 'reserved', 'assigned'].includes(assignmentStatus),
  );
  expect(back).toHaveLength(1);
  expect(live).toEqual([]);
}

/** More than the requests of one recovery after the registration. */
const MOMENTS = Array.from({ length: 36 }, (_none, index) => index + 1);

describe('a process that dies', () => {
  it('before its first request leaves all of it to the others', async () => {
    await story({ at: 1, when: 'before' });
  });

  // Before request n + 1 nothing is different from after request n.
  it.each(MOMENTS)('after request %i of the recovery leaves the rest to the others', async (at) => {
    const requests = await story({ at, when: 'after' });

    expect(requests).toBeGreaterThanOrEqual(at);
  });
});
