import { AttributesTooLarge, UpstreamError } from '../src/twilio';
import { ReservationSid, TaskSid } from '../src/contracts';
import { type ContactCentre, startContactCentre } from './twilioContactCentre';

const NO_TASK = TaskSid.parse(`WT${'0'.repeat(32)}`);
const NO_RESERVATION = ReservationSid.parse(`WR${'0'.repeat(32)}`);

describe('taskRouterPort, through the SDK, at the local Twilio', () => {
  let centre: ContactCentre;
  beforeEach(async () => {
    centre = await startContactCentre();
  });
  afterEach(() => centre.stop());

  describe('createTask', () => {
    it('creates one task with one call', async () => {
      const since = centre.local.journal.sequence;

      const task = await centre.port().createTask({
        workflowSid: centre.workflowSid,
        taskChannel: 'default',
        attributes: { attemptId: 'a1' },
        timeoutSeconds: 900,
        priority: 5,
      });

      expect(centre.callsSince(since)).toEqual(['POST 201']);
      const seen = await centre.sdk.tasks(task.sid).fetch();
      expect(seen).toMatchObject({ timeout: 900, priority: 5, attributes: '{"attemptId":"a1"}' });
      expect(task).toMatchObject({ attributes: { attemptId: 'a1' }, workflowSid: centre.workflowSid });
    });

    it.each([
      ['a lost answer', { type: 'lost-response' }],
      ['a 5xx after the effect', { type: 'status-after', status: 500 }],
      ['an HTML page', { type: 'html', status: 200 }],
      ['a cut connection', { type: 'refuse' }],
    ] as const)('is sent once, and ambiguous, when it meets %s', async (_name, effect) => {
      centre.local.faults.add({ match: { method: 'POST' }, effect });
      const since = centre.local.journal.sequence;

      await expect(centre.offerTask()).rejects.toMatchObject({ outcome: 'ambiguous' });

      expect(centre.callsSince(since)).toHaveLength(1);
    });

    it('is sent again after 429, which Twilio never executes', async () => {
      centre.local.faults.add({
        match: { method: 'POST' },
        times: 2,
        effect: { type: 'status', status: 429 },
      });

      await centre.offerTask();

      expect(await centre.sdk.tasks.list()).toHaveLength(1);
    });

    it('refuses attributes above 4,096 characters before any call', async () => {
      const since = centre.local.journal.sequence;

      await expect(centre.offerTask({ text: 'x'.repeat(4_096) })).rejects.toBeInstanceOf(AttributesTooLarge);

      expect(centre.callsSince(since)).toEqual([]);
    });

    it('tells an invalid request from a failing Twilio', async () => {
      const create = centre.port().createTask({
        workflowSid: centre.workflowSid,
        taskChannel: 'no such channel',
        attributes: {},
      });

      await expect(create).rejects.toMatchObject({
        reason: 'refused',
        outcome: 'not-executed',
        code: 'twilio_refused',
      });
    });
  });

  describe('reading', () => {
    it('reads a task with the version that a conditional write must name', async () => {
      const { taskSid } = await centre.assignTask({ call: 'CA1' });

      const task = await centre.port().fetchTask(taskSid);

      expect(task).toMatchObject({ sid: taskSid, assignmentStatus: 'assigned', attributes: { call: 'CA1' } });
      expect(task?.version).toEqual(expect.any(String));
      expect(Math.abs((task?.dateCreated ?? 0) - centre.local.clock.now())).toBeLessThan(2_000);
    });

    it('reads a reservation by its task and by its worker', async () => {
      const { taskSid, reservationSid } = await centre.assignTask();
      const { workerSid } = centre;

      const byTask = await centre.port().fetchReservation(taskSid, reservationSid);
      const byWorker = await centre.port().fetchWorkerReservation(workerSid, reservationSid);

      expect(byTask).toEqual({
        sid: reservationSid,
        taskSid,
        workerSid,
        workerName: 'Ada',
        status: 'accepted',
      });
      expect(byWorker).toEqual(byTask);
    });

    it('lists the reservations of a task, by status and worker', async () => {
      const { taskSid, reservationSid } = await centre.assignTask();
      const port = centre.port();

      const accepted = await port.listReservations(taskSid, {
        status: 'accepted',
        workerSid: centre.workerSid,
      });

      expect(accepted.map(({ sid }) => sid)).toEqual([reservationSid]);
      expect(await port.listReservations(taskSid, { status: 'rejected' })).toEqual([]);
    });

    it('has nothing, and no error, for what Twilio does not have', async () => {
      const port = centre.port();

      expect(await port.fetchTask(NO_TASK)).toBeUndefined();
      expect(await port.fetchReservation(NO_TASK, NO_RESERVATION)).toBeUndefined();
      expect(await port.fetchWorkerReservation(centre.workerSid, NO_RESERVATION)).toBeUndefined();
      expect(await port.listReservations(NO_TASK)).toEqual([]);
    });

    it.each([
      ['a 5xx', { type: 'status', status: 500 }],
      ['a lost answer', { type: 'lost-response' }],
      ['an HTML page', { type: 'html', status: 502 }],
      ['429', { type: 'status', status: 429 }],
    ] as const)('reads again after %s', async (_name, effect) => {
      const { taskSid } = await centre.offerTask();
      centre.local.faults.add({ match: { method: 'GET' }, times: 1, effect });

      expect((await centre.port().fetchTask(taskSid))?.sid).toBe(taskSid);
    });

    it('gives up a hanging read in time, as a time-out', async () => {
      const { taskSid } = await centre.offerTask();
      centre.local.faults.add({ effect: { type: 'hang' } });

      const read = centre.port({ deadlineMs: 500, attemptMs: 100 }).fetchTask(taskSid);

      await expect(read).rejects.toMatchObject({ code: 'deadline_exceeded' });
    });

    it('finds tasks by an attribute, over several pages', async () => {
      for (let n = 0; n < 60; n += 1)
        await centre.sdk.tasks.create({ attributes: '{"of":{"attempt":"a1"}}' });
      await centre.sdk.tasks.create({ attributes: '{"of":{"attempt":"a2"}}' });
      const since = centre.local.journal.sequence;

      const found = await centre.port().findTasksByAttribute('of.attempt', 'a1');

      expect(found).toHaveLength(60);
      expect(found[0]?.attributes).toEqual({ of: { attempt: 'a1' } });
      expect(centre.callsSince(since)).toEqual(['GET 200', 'GET 200']);
    });
  });

  it('says that it was refused when the credentials are wrong', async () => {
    centre.local.faults.add({ effect: { type: 'status', status: 401, code: 20003 } });

    const error: unknown = await centre
      .port()
      .fetchTask(NO_TASK)
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ code: 'twilio_refused', outcome: 'not-executed' });
  });
});
