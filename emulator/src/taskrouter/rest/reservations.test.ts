import { createContactCentre } from '../../../test/contactCentre';
import { rowsOf } from '../../../test/restCaller';

async function setUp() {
  const centre = createContactCentre({ workers: ['Ann'] });
  const { post, clock, workers, workspace, path } = centre;
  const task = String((await post(`${path}/Tasks`, {})).body['sid']);
  await clock.advance(0);
  const [reservation] = workspace.reservations.ofTask(task);
  if (reservation === undefined) throw new Error('The worker was free');
  return {
    ...centre,
    task: `${path}/Tasks/${task}`,
    underTask: `${path}/Tasks/${task}/Reservations`,
    underWorker: `${path}/Workers/${workers[0]?.sid ?? ''}/Reservations`,
    sid: reservation.sid,
  };
}

describe('the Reservations resource', () => {
  it('is the same below its task and its worker, each with its own URL', async () => {
    const { get, underTask, underWorker, sid } = await setUp();

    const [ofTask] = rowsOf(await get(underTask), 'reservations');
    const [ofWorker] = rowsOf(await get(underWorker), 'reservations');

    expect(ofTask).toMatchObject({ sid, reservation_status: 'pending', worker_name: 'Ann' });
    expect(ofTask?.['url']).toBe(`https://taskrouter.twilio.com/v1/Workspaces${underTask}/${sid}`);
    expect(ofWorker).toEqual({
      ...ofTask,
      url: `https://taskrouter.twilio.com/v1/Workspaces${underWorker}/${sid}`,
    });
  });

  it('is listed by status and by worker', async () => {
    const { get, underTask, workers } = await setUp();
    const count = async (query: string) => rowsOf(await get(`${underTask}?${query}`), 'reservations').length;

    expect(await count('ReservationStatus=pending')).toBe(1);
    expect(await count('ReservationStatus=accepted')).toBe(0);
    expect(await count(`WorkerSid=${workers[0]?.sid ?? ''}`)).toBe(1);
    expect(await count(`WorkerSid=WK${'0'.repeat(32)}`)).toBe(0);
    expect((await get(`${underTask}?ReservationStatus=open`)).body).toMatchObject({ code: 20001 });
  });

  it('is accepted once: the task is assigned, and a second accept refused', async () => {
    const { get, post, task, underTask, underWorker, sid } = await setUp();

    const accepted = await post(`${underTask}/${sid}`, { ReservationStatus: 'accepted' });
    const again = await post(`${underWorker}/${sid}`, { ReservationStatus: 'accepted' });

    expect(accepted.body['reservation_status']).toBe('accepted');
    expect((await get(task)).body['assignment_status']).toBe('assigned');
    expect(again.body).toMatchObject({ status: 400, code: 20001 });
  });

  it('goes through wrapping to completed with its task', async () => {
    const { get, post, task, underWorker, sid } = await setUp();

    for (const ReservationStatus of ['accepted', 'wrapping', 'completed']) {
      await post(`${underWorker}/${sid}`, { ReservationStatus });
    }

    expect((await get(`${underWorker}/${sid}`)).body['reservation_status']).toBe('completed');
    expect((await get(task)).body['assignment_status']).toBe('completed');
  });

  it('moves a rejecting worker to the activity given', async () => {
    const { post, get, underTask, sid, workspace, workers, path } = await setUp();
    const offline = workspace.current().defaultActivitySid;

    await post(`${underTask}/${sid}`, { ReservationStatus: 'rejected', WorkerActivitySid: offline });

    expect((await get(`${path}/Workers/${workers[0]?.sid ?? ''}`)).body['activity_sid']).toBe(offline);
  });

  it('is written under If-Match only with its current version', async () => {
    const { get, post, underTask, underWorker, sid } = await setUp();
    const { headers } = await get(`${underTask}/${sid}`);

    const stale = await post(`${underWorker}/${sid}`, { ReservationStatus: 'accepted' }, '"99"');
    const fresh = await post(`${underWorker}/${sid}`, { ReservationStatus: 'accepted' }, headers['ETag']);

    expect(stale.body).toMatchObject({ status: 412, code: 20412 });
    expect(fresh.status).toBe(200);
    expect(fresh.headers['ETag']).not.toBe(headers['ETag']);
  });

  it('hands an instruction on with its parameters', async () => {
    const { engine, post, underTask, sid } = await setUp();
    const given: unknown[] = [];
    engine.onInstruction(({ instruction }) => given.push(instruction));

    const answer = await post(`${underTask}/${sid}`, {
      Instruction: 'conference',
      To: '+15550100',
      Beep: 'false',
    });

    expect(answer.status).toBe(200);
    expect(given).toEqual([{ name: 'conference', parameters: { To: '+15550100', Beep: 'false' } }]);
  });

  it('refuses an unknown instruction and an unknown status', async () => {
    const { post, underTask, sid } = await setUp();

    const instruction = await post(`${underTask}/${sid}`, { Instruction: 'dance' });
    const status = await post(`${underTask}/${sid}`, { ReservationStatus: 'taken' });

    expect(instruction.body).toMatchObject({ status: 400, code: 20001 });
    expect(status.body).toMatchObject({ status: 400, code: 20001 });
  });

  it('is 404 below another task or worker', async () => {
    const { get, post, path, sid } = await setUp();
    const other = String((await post(`${path}/Tasks`, {})).body['sid']);

    expect((await get(`${path}/Tasks/${other}/Reservations/${sid}`)).body).toMatchObject({ code: 20404 });
    expect((await get(`${path}/Workers/WK${'0'.repeat(32)}/Reservations`)).body).toMatchObject({
      code: 20404,
    });
  });
});
