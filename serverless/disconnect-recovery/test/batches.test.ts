import { taskEventHandler } from '../src/endpoints/taskEventHandler';
import { openScene } from './support/openScene';

const stage = openScene();

/** As many as Event Streams puts into one delivery. */
const MOST = 100;

const sid = (prefix: string, number: number): string => prefix + String(number).padStart(32, '0');

/** An event of a task that is nobody's call. */
const stranger = (number: number): unknown => ({
  specversion: '1.0',
  id: sid('EV', number),
  type: 'com.twilio.taskrouter.task-queue.entered',
  data: { payload: { task_sid: sid('WT', number), task_attributes: '{}' } },
});

/** The wrap-up of Alice's reservation, as Event Streams tells it. */
const wrapUp = (taskSid: string, reservationSid: string, id: number): unknown => ({
  specversion: '1.0',
  id: sid('EV', id),
  type: 'com.twilio.taskrouter.reservation.wrapup',
  data: {
    payload: {
      task_sid: taskSid,
      task_channel_unique_name: 'voice',
      task_attributes: '{}',
      reservation_sid: reservationSid,
      worker_sid: stage.centre.sids.workers['alice'],
      worker_name: 'alice',
    },
  },
});

const deliver = (events: readonly unknown[]) =>
  taskEventHandler.handle({ events: [...events] }, stage.service.ports({ deadlineMs: 4_500 }), undefined);

describe('a batch of 100 events', () => {
  it('is handled whole, whatever else is in it', async () => {
    const { scene, service } = stage;
    const talk = await scene.talk();
    // Nobody but this batch tells of the drop.
    service.treat = () => Promise.resolve({ ok: true, status: 200, body: {}, replayed: false });
    await scene.drop('alice');
    const events = Array.from({ length: MOST - 2 }, (_none, number) => stranger(number));
    const unreadable = { id: sid('EV', 999), type: 'com.twilio.taskrouter.task.updated', data: 'no object' };

    const result = await deliver([
      ...events.slice(0, 50),
      unreadable,
      wrapUp(talk.taskSid, talk.reservationSid, 1_000),
      ...events.slice(50),
    ]);

    expect(result).toMatchObject({ ok: true, body: { handled: 1, ignored: MOST - 2, parked: 1 } });
    expect((await scene.record(talk.taskSid)).drop).toMatchObject({ phase: 'pinging' });
  });

  it('of one and the same event starts one recovery, and none more when the batch comes again', async () => {
    const { scene, service, centre } = stage;
    const talk = await scene.talk();
    service.treat = () => Promise.resolve({ ok: true, status: 200, body: {}, replayed: false });
    await scene.drop('alice');
    const events = Array.from({ length: MOST }, () => wrapUp(talk.taskSid, talk.reservationSid, 1));

    await deliver(events);
    await scene.settle(1_000);
    const again = await deliver(events);

    const { client, sids } = centre;
    const tasks = await client.taskrouter.v1.workspaces(sids.workspaceSid).tasks.list();
    expect(tasks.filter(({ attributes }) => attributes.includes('disconnectedTaskSid'))).toHaveLength(1);
    expect(again).toMatchObject({ ok: true, body: { handled: 1, ignored: MOST - 1 } });
  });

  it('in which some can’t be handled for a while comes again, after the others were handled', async () => {
    const { scene, service, centre } = stage;
    const talk = await scene.talk();
    service.treat = () => Promise.resolve({ ok: true, status: 200, body: {}, replayed: false });
    await scene.drop('alice');
    centre.local.faults.add({
      match: { host: 'sync', method: 'GET' },
      times: 12,
      effect: { type: 'status', status: 503, code: 20_503 },
    });
    const events = [
      ...Array.from({ length: MOST - 1 }, (_none, number) => stranger(number)),
      wrapUp(talk.taskSid, talk.reservationSid, 1_000),
    ];

    const first = await deliver(events).catch((error: unknown) => error);
    centre.local.faults.clear();
    const second = await deliver(events);

    expect(first).toMatchObject({ code: 'twilio_unavailable' });
    expect(second).toMatchObject({ ok: true });
    expect((await scene.record(talk.taskSid)).drop).toMatchObject({ phase: 'pinging' });
  });
});
