import type { ParticipantSnapshot } from '@patchbay/shared';
import type { Attributes, CallSid, Reservation, WorkerPhone, WorkerSid } from '@patchbay/shared/contracts';
import { CallSid as CallSidSchema } from '@patchbay/shared/contracts';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';
import type { Sight } from '../recovery/event';
import { conferenceOf } from './conferenceOf';
import { phoneOf } from './phoneOf';
import type { Reach } from './reach';

const NOBODY: Sight = { customerOn: false, workerOn: false, otherWorker: 'none', others: false };

/** Who is on the call, and who is about to be. 1 read where the agent had registered and nobody else is there; else up to 4. */
export async function look(reach: Reach, call: Call, drop: Drop): Promise<Sight> {
  const legs = await reach.voice.listParticipants(conferenceOf(call));
  reach.legs = legs;
  if (legs.length === 0) return NOBODY;
  const [{ conferenceSid } = { conferenceSid: undefined }] = legs;
  const sight = isPlain(call, drop, legs)
    ? plainSight(call, drop, legs)
    : await fullSight(reach, call, drop, legs);
  const phone = drop.phone ?? (await phoneIfAsked(reach, sight.worker?.workerSid ?? drop.workerSid));
  return { ...sight, conferenceSid, phone };
}

/** All roles are known, and nobody is there whose role is not. */
function isPlain(call: Call, drop: Drop, legs: readonly ParticipantSnapshot[]): boolean {
  const { customerCallSid, workflowSid } = call;
  const isKnown = customerCallSid !== undefined && workflowSid !== undefined && drop.callSid !== undefined;
  if (!isKnown || drop.phase !== 'examining' || drop.workerSid === undefined) return false;
  return legs.every(({ callSid }) => callSid === customerCallSid || callSid === drop.callSid);
}

const plainSight = ({ customerCallSid }: Call, drop: Drop, legs: readonly ParticipantSnapshot[]): Sight => ({
  customerOn: has(legs, customerCallSid),
  workerOn: has(legs, drop.callSid),
  otherWorker: 'none',
  others: false,
});

/** The task and its reservations say who is who. */
async function fullSight(
  { taskRouter }: Reach,
  call: Call,
  drop: Drop,
  legs: readonly ParticipantSnapshot[],
): Promise<Sight> {
  const [task, reservations] = await Promise.all([
    taskRouter.fetchTask(call.taskSid),
    taskRouter.listReservations(call.taskSid),
  ]);
  const roles = rolesIn(task?.attributes ?? {});
  const dropped = droppedOf(reservations, drop.workerSid);
  const workerCallSid = drop.callSid ?? roles.worker;
  const lonely = legs.length === 1 && legs[0]?.callSid !== workerCallSid ? legs[0]?.callSid : undefined;
  const customerCallSid = call.customerCallSid ?? roles.customer ?? lonely;
  const strangers = legs.filter(({ callSid }) => callSid !== customerCallSid && callSid !== workerCallSid);
  return {
    customerOn: has(legs, customerCallSid),
    workerOn: has(legs, workerCallSid) && dropped?.status === 'accepted',
    ...otherWorkerIn(reservations, dropped?.workerSid, strangers.length > 0),
    others: strangers.length > 0,
    customerCallSid,
    workflowSid: task?.workflowSid,
    ...(dropped && {
      worker: { workerSid: dropped.workerSid, name: dropped.workerName, reservationSid: dropped.sid },
    }),
  };
}

/** The newest of the worker's reservations; of an unknown worker the newest that is in wrap-up, or accepted. */
function droppedOf(
  reservations: readonly Reservation[],
  workerSid: WorkerSid | undefined,
): Reservation | undefined {
  if (workerSid !== undefined) return reservations.find((one) => one.workerSid === workerSid);
  return (
    reservations.find(({ status }) => status === 'wrapping') ??
    reservations.find(({ status }) => status === 'accepted')
  );
}

function otherWorkerIn(
  reservations: readonly Reservation[],
  droppedSid: WorkerSid | undefined,
  isStrangerThere: boolean,
): Pick<Sight, 'otherWorker' | 'otherWorkerSid'> {
  const others = reservations.filter(({ workerSid }) => workerSid !== droppedSid);
  const holder = others.find(({ status }) => status === 'accepted');
  if (holder !== undefined && isStrangerThere) return { otherWorker: 'on', otherWorkerSid: holder.workerSid };
  const isComing = holder !== undefined || others.some(({ status }) => status === 'pending');
  return { otherWorker: isComing ? 'coming' : 'none' };
}

/** Flex notes in the task who is who: `conference.participants`, and `call_sid` of the caller. */
function rolesIn(attributes: Attributes): { worker: CallSid | undefined; customer: CallSid | undefined } {
  const participants = at(at(attributes, 'conference'), 'participants');
  return {
    worker: callSidIn(at(participants, 'worker')) ?? callSidIn(attributes['worker_call_sid']),
    customer: callSidIn(at(participants, 'customer')) ?? callSidIn(attributes['call_sid']),
  };
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

function callSidIn(value: unknown): CallSid | undefined {
  const parsed = CallSidSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

const has = (legs: readonly ParticipantSnapshot[], sid: CallSid | undefined): boolean =>
  sid !== undefined && legs.some(({ callSid }) => callSid === sid);

/** Only where the answer makes a difference. */
async function phoneIfAsked(
  { settings, workers }: Reach,
  workerSid: WorkerSid | undefined,
): Promise<WorkerPhone | undefined> {
  if (settings.telephones || workerSid === undefined) return undefined;
  const worker = await workers.fetchWorker(workerSid);
  return worker && phoneOf(worker.attributes);
}
