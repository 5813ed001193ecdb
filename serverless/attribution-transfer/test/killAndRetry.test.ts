import { TaskSid } from '@patchbay/shared/contracts';
import { createAttributionTask } from '../src/endpoints/createAttributionTask';
import { transferTask } from '../src/endpoints/transferTask';
import type { AttributionPorts } from '../src/ports';
import { openScene, type OpenScene } from './support/openScene';
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

let scene: OpenScene;
let centre: OpenScene['centre'];
let sink: OpenScene['sink'];
let call: OpenScene['call'];

beforeEach(async () => {
  scene = await openScene();
  ({ centre, sink, call } = scene);
});
afterEach(() => scene.close());

const create = (ports: AttributionPorts) =>
  createAttributionTask.handle(createInput(centre, call), ports, caller(centre, 'carol'));

const transfer = (ports: AttributionPorts, attributionTaskSid: TaskSid) =>
  transferTask.handle(transferInput(centre, call, attributionTaskSid, 'bob'), ports, caller(centre, 'bob'));

const recorded = async () => (await scene.stored())?.value;

async function expectOneOffer(): Promise<TaskSid> {
  const live = await liveAttributionTasks(centre);
  expect(live).toHaveLength(1);
  const taskSid = TaskSid.parse(live[0]?.sid);
  expect(await recorded()).toMatchObject({ state: 'offered', attributionTaskSid: taskSid });
  return taskSid;
}

const CREATE_REQUESTS = 4;
const TRANSFER_REQUESTS = 5;
describe('a create whose process is killed', () => {
  it('has as many await points as are tested here', async () => {
    const life = mortal({ at: Infinity, when: 'before' });
    await create(portsOf(centre, {}, life.through));
    expect(life.requests()).toBe(CREATE_REQUESTS);
  });

  it.each(deaths(CREATE_REQUESTS))('$when request $at: a retry leads to one offer', async (death) => {
    expect(await runUntilDeath(centre, death, create)).toBe(true);

    expect(await retry(centre, create)).toMatchObject({ ok: true });

    await expectOneOffer();
  });

  it.each(deaths(CREATE_REQUESTS))(
    '$when request $at: events and a retry lead to one offer',
    async (death) => {
      await runUntilDeath(centre, death, create);

      await sink.deliver();
      expect(await retry(centre, create)).toMatchObject({ ok: true });
      await sink.deliver();

      await expectOneOffer();
    },
  );

  it('after the create, and A has left when it is asked for again: the task goes', async () => {
    await runUntilDeath(centre, { at: 3, when: 'after' }, create);
    await centre.client.taskrouter.v1
      .workspaces(centre.sids.workspaceSid)
      .tasks(call.taskSid)
      .reservations(call.reservationSid)
      .update({ reservationStatus: 'wrapping' });

    expect(await retry(centre, create)).toMatchObject({ ok: false, code: 'reservation_not_held' });

    expect(await liveAttributionTasks(centre)).toHaveLength(0);
  });

  it('after the create: the events alone record the offer', async () => {
    await runUntilDeath(centre, { at: 3, when: 'after' }, create);

    await sink.deliver();

    await expectOneOffer();
  });

  it('and whose task ran out meanwhile: late events in the wrong order leave nothing behind', async () => {
    await runUntilDeath(centre, { at: 3, when: 'after' }, create);
    await centre.local.clock.advance(900_000 - 120_000);
    await sink.deliver((events) => [...events].reverse());

    expect(await liveAttributionTasks(centre)).toHaveLength(0);
  });
});

describe('a transfer-task whose process is killed', () => {
  let attributionTaskSid: TaskSid;

  beforeEach(async () => {
    await create(portsOf(centre));
    attributionTaskSid = await expectOneOffer();
    await accept(centre, attributionTaskSid, 'bob');
  });

  const expectMarked = async (): Promise<void> => {
    expect(await recorded()).toMatchObject({
      state: 'accepted',
      receiver: { workerSid: workerSid(centre, 'bob') },
    });
    expect(await attributesOf(centre, call.taskSid)).toMatchObject({
      name: 'A caller',
      transferTo: workerSid(centre, 'bob'),
      transferAttempt: { mode: 'WARM', reservationSid: call.reservationSid },
    });
  };

  it('has as many await points as are tested here', async () => {
    const life = mortal({ at: Infinity, when: 'before' });
    await transfer(portsOf(centre, {}, life.through), attributionTaskSid);
    expect(life.requests()).toBe(TRANSFER_REQUESTS);
  });

  it.each(deaths(TRANSFER_REQUESTS))('$when request $at: a retry marks the original', async (death) => {
    expect(await runUntilDeath(centre, death, (ports) => transfer(ports, attributionTaskSid))).toBe(true);

    expect(await retry(centre, (ports) => transfer(ports, attributionTaskSid))).toMatchObject({ ok: true });

    await expectMarked();
  });

  it.each(deaths(TRANSFER_REQUESTS))(
    '$when request $at: the events alone mark the original',
    async (death) => {
      await runUntilDeath(centre, death, (ports) => transfer(ports, attributionTaskSid));

      await sink.deliver();

      await expectMarked();
    },
  );
});
