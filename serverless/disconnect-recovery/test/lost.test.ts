import { reconcile } from '../src/endpoints/reconcile';
import { openScene } from './support/openScene';
import { losing } from './support/service';

const stage = openScene();

const everyMinute = async (): Promise<void> => {
  const { scene, service } = stage;
  await scene.settle(60_000);
  const result = await reconcile.handle({}, service.ports(), undefined);
  if (!result.ok) throw new Error(result.message);
  await scene.settleEvents();
};

describe('a recovery of which Twilio tells little', () => {
  it('needs no callback at all', async () => {
    const { scene, service } = stage;
    service.treat = losing('callback');
    const talk = await scene.talk();
    await scene.drop('alice');
    await scene.acceptPing('alice');
    await scene.answer('alice', talk.customerCallSid);

    expect(await scene.customer(talk.customerCallSid)).toMatchObject({ with: ['alice'] });
    expect((await scene.record(talk.taskSid)).drop).toMatchObject({ outcome: 'reconnected' });
  });

  it('needs no callback and no registration either', async () => {
    const { scene, service } = stage;
    service.treat = losing('callback');
    const talk = await scene.answer('alice', await scene.callIn());
    await scene.drop('alice');
    await scene.acceptPing('alice');
    await scene.answer('alice', talk.customerCallSid);

    expect((await scene.record(talk.taskSid)).drop).toMatchObject({ outcome: 'reconnected' });
  });

  it('needs no event of TaskRouter where the scheduler calls every minute', async () => {
    const { scene, service, centre } = stage;
    service.treat = losing('event');
    const talk = await scene.talk();
    await scene.drop('alice');
    await scene.acceptPing('alice');
    for (let minute = 0; minute < 3; minute += 1) await everyMinute();
    const queued = await scene.record(talk.taskSid);
    await scene.answer('alice', talk.customerCallSid);
    for (let minute = 0; minute < 2; minute += 1) await everyMinute();

    expect(queued.drop).toMatchObject({ phase: 'queued', toWorker: true });
    expect((await scene.record(talk.taskSid)).drop).toMatchObject({ outcome: 'reconnected' });
    const { client, sids } = centre;
    const tasks = await client.taskrouter.v1.workspaces(sids.workspaceSid).tasks.list();
    expect(tasks.filter(({ attributes }) => attributes.includes('recoveredTaskSid'))).toHaveLength(1);
  });
});

describe('events in batches, twice and in any order', () => {
  it('change nothing more', async () => {
    const { scene, service, centre } = stage;
    const held: (() => Promise<unknown>)[] = [];
    service.treat = async (kind, handle) => {
      if (kind === 'event') held.push(handle);
      return handle();
    };
    const talk = await scene.talk();
    await scene.drop('alice');
    await scene.acceptPing('alice');
    await scene.answer('alice', talk.customerCallSid);
    const before = await scene.record(talk.taskSid);

    for (const handle of [...held.reverse(), ...held]) await handle();

    expect(await scene.record(talk.taskSid)).toEqual(before);
    const { client, sids } = centre;
    const tasks = await client.taskrouter.v1.workspaces(sids.workspaceSid).tasks.list();
    expect(tasks.filter(({ attributes }) => attributes.includes('recoveredTaskSid'))).toHaveLength(1);
  });
});
