import type { Callback } from '../callback';
import { TwilioError } from '../../kernel/twilioError';
import type { GivenInstruction } from '../../taskrouter/engine/operations';
import { createCall } from '../calls/createCall';
import { dial } from '../calls/dial';
import { endCall } from '../calls/endCall';
import { leaveConference } from '../conferences/leaveConference';
import type { Call, Participant } from '../model';
import type { AgentLeg, VoiceState } from '../state';
import { callerIdOf, contactOf } from './contactOf';
import type { InstructionOptions } from './readOptions';

export interface WorkerDial {
  readonly given: GivenInstruction;
  readonly options: InstructionOptions;
  readonly callback?: Callback | null;
  /** Makes the participant that waits for the leg, if it is to be one. */
  readonly prepare: (call: Call) => Participant | null;
  /** Runs when the worker has answered and the reservation is accepted. */
  readonly onAnswer: (leg: AgentLeg) => void;
}

/** 40114: the instruction can't be carried out, e.g. nobody to call. */
const INSTRUCTION_FAILED = 40_114;

/**
 * Calls the worker of a reservation. It is accepted when he answers; when he doesn't, he counts as having rejected it
 * and the task goes on to the next. A second instruction while his telephone rings does nothing.
 */
export function dialWorker(
  state: VoiceState,
  { given, options, callback, prepare, onAnswer }: WorkerDial,
): void {
  const { workspaceSid, reservation, task } = given;
  if (state.legs.has(reservation.sid)) return;
  const to = options.text('To') ?? contactOf(state, workspaceSid, reservation.workerSid);
  if (to === undefined) {
    state.alert(INSTRUCTION_FAILED, `Worker ${reservation.workerSid} has no contact_uri`);
    decline(state, given);
    return;
  }
  const call = createCall(state, {
    from: options.text('From') ?? callerIdOf(state, task),
    to,
    direction: 'outbound-api',
    callback: callback ?? null,
  });
  call.taskSid = task.sid;
  const leg: AgentLeg = {
    call,
    workspaceSid,
    taskSid: task.sid,
    reservationSid: reservation.sid,
    workerSid: reservation.workerSid,
    participant: prepare(call),
    postWorkActivitySid: options.text('PostWorkActivitySid') ?? null,
  };
  state.legs.set(reservation.sid, leg);
  dial(state, call, {
    timeout: options.seconds('Timeout'),
    onAnswer() {
      if (accept(state, given)) onAnswer(leg);
      else endCall(state, call, 'updated');
    },
    onFailure() {
      state.legs.delete(reservation.sid);
      if (leg.participant) leaveConference(state, leg.participant, 'updated');
      if (call.status !== 'canceled') {
        state.alert(
          INSTRUCTION_FAILED,
          `Call ${call.sid} to worker ${reservation.workerSid}: ${call.status}`,
        );
      }
      decline(state, given);
    },
  });
}

/** False when the reservation is over: it timed out or was rescinded while the telephone rang. */
function accept({ taskRouter }: VoiceState, { workspaceSid, reservation }: GivenInstruction): boolean {
  const { reservations } = taskRouter.workspace(workspaceSid);
  const status = reservations.find(reservation.sid)?.reservationStatus;
  if (status !== 'pending') return status === 'accepted';
  try {
    reservations.update(reservation.sid, { reservationStatus: 'accepted' });
    return true;
  } catch (error) {
    if (error instanceof TwilioError) return false;
    throw error;
  }
}

function decline({ taskRouter }: VoiceState, { workspaceSid, reservation }: GivenInstruction): void {
  const { reservations } = taskRouter.workspace(workspaceSid);
  if (reservations.find(reservation.sid)?.reservationStatus !== 'pending') return;
  reservations.update(reservation.sid, { reservationStatus: 'rejected' });
}
