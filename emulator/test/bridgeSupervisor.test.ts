import { connectSupervisor, disconnectWorker, openWorkspace, once } from '../src/testing';
import { openBridgeCentre, type BridgeCentre } from './bridgeCentre';
import { callBridge, type BridgeAnswer } from './callBridge';

describe('who may do what on the event bridge', () => {
  let centre: BridgeCentre;

  beforeEach(async () => {
    centre = await openBridgeCentre();
  });

  afterEach(() => centre.stop());

  const workerUrl = (name: 'alice' | 'bob', rest = ''): string =>
    `Workspaces/${centre.workspace.sid}/Workers/${centre.workerSid[name]}${rest}`;

  const callAsAlice = (
    method: 'GET' | 'POST',
    url: string,
    params: Readonly<Record<string, unknown>> = {},
  ): Promise<BridgeAnswer> =>
    callBridge(centre.local.origin, centre.issue('alice').token, method, url, params);

  it('lets a worker look around in the transfer directory', async () => {
    const { token } = centre.issue('alice');
    const directory = openWorkspace(centre.local.origin, token, centre.workspace.sid);

    const workers = await directory.fetchWorkersInfo({ Ordering: 'DateStatusChanged:asc' });
    const some = await directory.fetchWorkersInfo({
      TargetWorkersExpression: 'name IN ["bob", "carol"]',
    });
    const queues = await directory.fetchTaskQueues({ WorkerSid: centre.workerSid.bob });
    const queue = await directory.fetchTaskQueue(centre.queueSid.alice);
    const bob = await directory.fetchWorkerInfo(centre.workerSid.bob);
    const task = await directory.fetchTask(centre.createTask('alice').sid);

    expect([...workers.values()].map(({ name }) => name).sort()).toEqual(['alice', 'bob', 'carol', 'sue']);
    expect([...some.values()].map(({ name }) => name)).toEqual(['bob', 'carol']);
    expect([...queues.values()].map(({ name }) => name)).toEqual(['bob', 'others']);
    expect(queue).toMatchObject({ name: 'alice', taskOrder: 'FIFO', maxReservedWorkers: 1 });
    expect(bob).toMatchObject({ friendlyName: 'bob', activityName: 'Available' });
    expect(task).toMatchObject({ status: 'reserved', queueName: 'alice' });
  });

  it('lets a supervisor change another worker', async () => {
    const alice = await centre.connect('alice');
    const sue = await connectSupervisor(centre.local.origin, centre.issue('sue').token);
    const [moved, renamed] = [once(alice, 'activityUpdated'), once(alice, 'attributesUpdated')];

    await sue.setWorkerActivity(alice.sid, centre.activitySid('Unavailable'));
    await sue.setWorkerAttributes(alice.sid, { name: 'alice', team: 'blue' });
    await Promise.all([moved, renamed]);

    expect(alice.activity.name).toBe('Unavailable');
    expect(alice.attributes).toEqual({ name: 'alice', team: 'blue' });
    disconnectWorker(sue);
  });

  it.each([
    ['GET', '/WorkerChannels', {}],
    ['GET', '/Reservations', {}],
    ['POST', '', { Attributes: {} }],
    ['POST', '/Transfers', { ReservationSid: 'WR', TaskSid: 'WT', To: 'WK' }],
    ['POST', '/Transfers/TT1', { TaskSid: 'WT', TransferStatus: 'canceled' }],
  ] as const)('forbids an agent to act as another: %s Workers/WK…%s', async (method, rest, params) => {
    await expect(callAsAlice(method, workerUrl('bob', rest), params)).resolves.toMatchObject({
      status: 403,
      body: { code: 20403 },
    });
  });

  it('forbids an agent another one’s reservation, under either path', async () => {
    const task = centre.createTask('bob');
    await centre.local.clock.advance(0);
    const [reservation] = centre.workspace.reservations.ofTask(task.sid);
    const underTask = `Workspaces/${centre.workspace.sid}/Tasks/${task.sid}/Reservations/${reservation!.sid}`;
    const params = { ReservationStatus: 'accepted' };

    const answers = await Promise.all([
      callAsAlice('POST', workerUrl('bob', `/Reservations/${reservation!.sid}`), params),
      callAsAlice('POST', workerUrl('alice', `/Reservations/${reservation!.sid}`), params),
      callAsAlice('POST', underTask, params),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 404, 403]);
    expect(centre.workspace.reservations.get(reservation!.sid).reservationStatus).toBe('pending');
  });

  it('keeps a worker inside her own workspace', async () => {
    const other = centre.local.engine.workspaces.create({ friendlyName: 'Other' });

    const answer = await callAsAlice('GET', `Workspaces/${other.sid}/Workers`);

    expect(answer.status).toBe(403);
  });

  it.each([
    ['GET', 'CustomerParticipant'],
    ['POST', 'Statistics'],
  ] as const)('answers %s …/%s, which it does not have, with a 501 that names it', async (method, route) => {
    const url = workerUrl('alice', `/${route}`);

    const answer = await callAsAlice(method, url);

    expect(answer.status).toBe(501);
    expect(JSON.stringify(answer.body)).toContain(`${method} /${url}`);
  });

  it('answers a call without a valid token with 401', async () => {
    const answer = await callBridge(centre.local.origin, 'nonsense', 'GET', workerUrl('alice'));

    expect(answer).toMatchObject({ status: 401, body: { code: 20101, message: 'Invalid Access Token' } });
  });

  it('answers a POST on a reservation without task and transfer, which the SDK could not read', async () => {
    const task = centre.createTask('alice');
    await centre.local.clock.advance(0);
    const [reservation] = centre.workspace.reservations.ofTask(task.sid);

    const { body } = await callAsAlice('POST', workerUrl('alice', `/Reservations/${reservation!.sid}`), {
      ReservationStatus: 'accepted',
    });

    expect(body).toMatchObject({ payload: { reservation_status: 'accepted', task_sid: task.sid } });
    expect(body).not.toHaveProperty('payload.task');
    expect(body).not.toHaveProperty('payload.task_transfer');
  });
});
