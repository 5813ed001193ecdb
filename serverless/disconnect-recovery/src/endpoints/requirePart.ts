import { fail, type Failure, type FlexUser } from '@patchbay/shared';
import type { TaskSid, WorkerSid } from '@patchbay/shared/contracts';
import type { RecoveryPorts } from '../ports';
import type { Call } from '../recovery/call';

const OVERSEERS = ['supervisor', 'admin'];

export const isOverseer = ({ roles }: FlexUser): boolean => OVERSEERS.some((role) => roles.includes(role));

export const NOT_ON_THE_CALL = fail(
  'not_on_the_call',
  'Only who is on this call, or a supervisor, may do this.',
);

export const UNKNOWN_CALL = fail('not_found', 'Nobody has told of this call. It may be older than a day.');

/**
 * Nothing, or the refusal for a caller that has no part in the call. Costs a read only where neither page nor recovery has
 * named the caller's worker.
 */
export async function refuseStranger(
  { taskRouter }: RecoveryPorts,
  caller: FlexUser | undefined,
  call: Call,
): Promise<Failure | undefined> {
  if (caller !== undefined && isOverseer(caller)) return undefined;
  const workerSid = caller?.workerSid;
  if (workerSid === undefined) return NOT_ON_THE_CALL;
  if (hasPart(call, workerSid) || (await holdsReservation(taskRouter, call.taskSid, workerSid)))
    return undefined;
  return NOT_ON_THE_CALL;
}

const hasPart = ({ seats, drop }: Call, workerSid: WorkerSid): boolean =>
  seats.some((seat) => seat.workerSid === workerSid && seat.callSid !== undefined) ||
  drop?.workerSid === workerSid ||
  drop?.receiverSid === workerSid;

const holdsReservation = async (
  taskRouter: RecoveryPorts['taskRouter'],
  taskSid: TaskSid,
  workerSid: WorkerSid,
): Promise<boolean> =>
  (await taskRouter.listReservations(taskSid, { workerSid })).some(
    ({ status }) => status === 'accepted' || status === 'wrapping',
  );

/** A conference that is not the call's is none of the caller's business. */
export const isItsConference = ({ conferenceSid }: Call, given: string | undefined): boolean =>
  given === undefined || conferenceSid === undefined || conferenceSid === given;
