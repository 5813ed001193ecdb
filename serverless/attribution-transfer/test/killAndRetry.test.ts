import { TaskSid } from '@patchbay/shared/contracts';
import { createAttributionTask } from '../src/endpoints/createAttributionTask';
import { transferTask } from '../src/endpoints/transferTask';
import type { AttributionPorts } from '../src/ports';
import { stageScene } from './support/openScene';
import { mortal } from './support/mortalApi';
import { deaths, retry, runUntilDeath } from './support/survive';
import { caller, portsOf } from './support/ports';
import {
  accept,
  attributesOf,
  createInput,
  liveAttributionTasks,
  transferInput,
  workerSid,
} from './support/scene';

const stage = stageScene();

const create = (ports: AttributionPorts) =>
  createAttributionTask.handle(createInput(stage.centre, stage.call), ports, caller(stage.centre, 'carol'));

const transfer = (ports: AttributionPorts, attributionTaskSid: TaskSid) =>
  transferTask.handle(
    transferInput(stage.centre, stage.call, attributionTaskSid, 'bob'),
    ports,
    caller(stage.centre, 'bob'),
  );

async function expectOneOffer(): Promise<TaskSid> {
  const live = await liveAttributionTasks(stage.centre);
  expect(live).toHaveLength(1);
  const taskSid = TaskSid.parse(live[0]?.sid);
  expect(await stage.recorded()).toMatchObject({ state: 'offered', attributionTaskSid: taskSid });
  return taskSid;
}

const CREATE_REQUESTS = 4;
const TRANSFER_REQUESTS = 5;
describe('a create whose process is killed', () => {
  it('has as many await points as are tested here', async () => {
    const life = mortal({ at: Infinity, when: 'before' });
    await create(portsOf(stage.centre, {}, life.through));
    expect(life.requests()).toBe(CREATE_REQUESTS);
  });

  it.each(deaths(CREATE_REQUESTS))('$when request $at: a retry leads to one offer', async (death) => {
    expect(await runUntilDeath(stage.centre, death, create)).toBe(true);

    expect(await retry(stage.centre, create)).toMatchObject({ ok: true });

    await expectOneOffer();
  });

  it.each(deaths(CREATE_REQUESTS))(
    '$when request $at: events and a retry lead to one offer',
    async (death) => {
      await runUntilDeath(stage.centre, death, create);

      await stage.sink.deliver();
      expect(await retry(stage.centre, create)).toMatchObject({ ok: true });
      await stage.sink.deliver();

      await expectOneOffer();
    },
  );

  it('after the create, and A has left when it is asked for again: the task goes', async () => {
    await runUntilDeath(stage.centre, { at: 3, when: 'after' }, create);
    await stage.centre.client.taskrouter.v1
      .workspaces(stage.centre.sids.workspaceSid)
      .tasks(stage.call.taskSid)
      .reservations(stage.call.reservationSid)
      .update({ reservationStatus: 'wrapping' });

    expect(await retry(stage.centre, create)).toMatchObject({ ok: false, code: 'reservation_not_held' });

    expect(await liveAttributionTasks(stage.centre)).toHaveLength(0);
  });

  it('after the create: the events alone record the offer', async () => {
    await runUntilDeath(stage.centre, { at: 3, when: 'after' }, create);

    await stage.sink.deliver();

    await expectOneOffer();
  });

  it('and whose task ran out meanwhile: late events in the wrong order leave nothing behind', async () => {
    await runUntilDeath(stage.centre, { at: 3, when: 'after' }, create);
    await stage.centre.local.clock.advance(900_000 - 120_000);
    await stage.sink.deliver((events) => [...events].reverse());

    expect(await liveAttributionTasks(stage.centre)).toHaveLength(0);
  });
});

describe('a transfer-task whose process is killed', () => {
  let attributionTaskSid: TaskSid;

  beforeEach(async () => {
    await create(portsOf(stage.centre));
    attributionTaskSid = await expectOneOffer();
    await accept(stage.centre, attributionTaskSid, 'bob');
  });

  const expectMarked = async (): Promise<void> => {
    expect(await stage.recorded()).toMatchObject({
      state: 'accepted',
      receiver: { workerSid: workerSid(stage.centre, 'bob') },
    });
    expect(await attributesOf(stage.centre, stage.call.taskSid)).toMatchObject({
      name: 'A caller',
      transferTo: workerSid(stage.centre, 'bob'),
      transferAttempt: { mode: 'WARM', reservationSid: stage.call.reservationSid },
    });
  };

  it('has as many await points as are tested here', async () => {
    const life = mortal({ at: Infinity, when: 'before' });
    await transfer(portsOf(stage.centre, {}, life.through), attributionTaskSid);
    expect(life.requests()).toBe(TRANSFER_REQUESTS);
  });

  it.each(deaths(TRANSFER_REQUESTS))('$when request $at: a retry marks the original', async (death) => {
    expect(await runUntilDeath(stage.centre, death, (ports) => transfer(ports, attributionTaskSid))).toBe(
      true,
    );

    expect(await retry(stage.centre, (ports) => transfer(ports, attributionTaskSid))).toMatchObject({
      ok: true,
    });

    await expectMarked();
  });

  it.each(deaths(TRANSFER_REQUESTS))(
    '$when request $at: the events alone mark the original',
    async (death) => {
      await runUntilDeath(stage.centre, death, (ports) => transfer(ports, attributionTaskSid));

      await stage.sink.deliver();

      await expectMarked();
    },
  );
});
