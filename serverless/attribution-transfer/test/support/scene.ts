import { ReservationSid, TaskQueueSid, TaskSid, WorkerSid } from '@patchbay/shared/contracts';
import type { CreateInput } from '../../src/endpoints/readTransferRequest';
import type { Centre } from './centre';

/** A call that an agent has accepted. */
export interface Call {
  readonly taskSid: TaskSid;
  readonly reservationSid: ReservationSid;
  readonly agent: string;
}

const workspaceOf = ({ client, sids }: Centre) => client.taskrouter.v1.workspaces(sids.workspaceSid);

/** Lets TaskRouter do what is due now. */
export const route = ({ local }: Centre): Promise<void> => local.clock.advance(1);

/** A caller rings, and the named agent takes the call. */
export async function answerCall(centre: Centre, agent: string, channel = 'voice'): Promise<Call> {
  const task = await workspaceOf(centre).tasks.create({
    attributes: JSON.stringify({ name: 'A caller', call_sid: `CA${'1'.repeat(32)}`, direction: 'inbound' }),
    taskChannel: channel,
    workflowSid: centre.sids.workflows['Assign to anyone'] ?? '',
    routingTarget: centre.sids.workers[agent] ?? '',
  });
  const reservationSid = await accept(centre, TaskSid.parse(task.sid), agent);
  return { taskSid: TaskSid.parse(task.sid), reservationSid, agent };
}

/** The named agent accepts the pending offer of a task. */
export async function accept(centre: Centre, taskSid: TaskSid, agent: string): Promise<ReservationSid> {
  return answer(centre, taskSid, agent, 'accepted');
}

/** The named agent declines it. */
export async function decline(centre: Centre, taskSid: TaskSid, agent: string): Promise<ReservationSid> {
  return answer(centre, taskSid, agent, 'rejected');
}

async function answer(
  centre: Centre,
  taskSid: TaskSid,
  agent: string,
  reservationStatus: 'accepted' | 'rejected',
): Promise<ReservationSid> {
  await route(centre);
  const reservations = workspaceOf(centre).tasks(taskSid).reservations;
  const workerSid = centre.sids.workers[agent];
  const [offer] = (await reservations.list({ reservationStatus: 'pending' })).filter(
    (r) => r.workerSid === workerSid,
  );
  if (offer === undefined) throw new Error(`${agent} has no offer of ${taskSid}`);
  // Not offer.update(): items of a list have no address of their own in twilio 6.2.0.
  await workspaceOf(centre).tasks(taskSid).reservations(offer.sid).update({ reservationStatus });
  return ReservationSid.parse(offer.sid);
}

export const queueSid = ({ sids }: Centre, name: string): TaskQueueSid =>
  TaskQueueSid.parse(sids.taskQueues[name]);
export const workerSid = ({ sids }: Centre, name: string): WorkerSid => WorkerSid.parse(sids.workers[name]);

/** What A's page sends for a transfer of its call to a queue. */
export const createInput = (
  centre: Centre,
  call: Call,
  more: { queue?: string; affiliation?: string; mode?: 'WARM' | 'COLD'; idempotencyKey?: string } = {},
): CreateInput => ({
  mode: more.mode ?? 'WARM',
  ...(more.idempotencyKey === undefined ? {} : { idempotencyKey: more.idempotencyKey }),
  taskAttributes: {
    affiliation: more.affiliation ?? 'BPO_B',
    transfer_task: {
      sid: call.reservationSid,
      taskSid: call.taskSid,
      attributes: { call_sid: `CA${'1'.repeat(32)}`, name: 'A caller', direction: 'inbound' },
      targetSid: queueSid(centre, more.queue ?? 'Support'),
    },
  },
});

/** What B's page sends after it accepted the attribution task. */
export const transferInput = (
  centre: Centre,
  call: Call,
  attributionTaskSid: TaskSid,
  receiver: string,
  queue = 'Support',
) => ({
  attributionTaskSid,
  receivingWorkerSid: workerSid(centre, receiver),
  transfer_task: { taskSid: call.taskSid, attributes: {}, targetSid: queueSid(centre, queue) },
});

/** A task's attributes as they are now. */
export async function attributesOf(centre: Centre, taskSid: TaskSid): Promise<Record<string, unknown>> {
  const { attributes } = await workspaceOf(centre).tasks(taskSid).fetch();
  const parsed: unknown = JSON.parse(attributes);
  return { ...(parsed as object) };
}

/** Attribution tasks that can still be answered or take up an agent. */
export async function liveAttributionTasks(
  centre: Centre,
): Promise<readonly { sid: string; status: string }[]> {
  const tasks = await workspaceOf(centre).tasks.list();
  return tasks
    .filter(({ taskChannelUniqueName }) => taskChannelUniqueName === 'bpo_assortment')
    .map(({ sid, assignmentStatus }) => ({ sid, status: assignmentStatus }))
    .filter(({ status }) => status !== 'completed' && status !== 'canceled');
}
