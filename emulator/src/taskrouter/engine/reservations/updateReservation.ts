import { invalid } from '../../../kernel/twilioError';
import { changeReservation, checkVersion } from '../change';
import type { Activity, Instruction, InstructionName, Reservation, ReservationStatus } from '../model';
import type { ReservationChange } from '../operations';
import type { ReservationRecord } from '../records';
import type { WorkspaceState } from '../state';
import { finishReservation } from '../tasks/settleTask';
import { acceptReservation } from './acceptReservation';
import { rejectReservation } from './declineReservation';
import { instruct } from './instruct';

const INSTRUCTIONS: ReadonlySet<string> = new Set<InstructionName>([
  'accept',
  'reject',
  'conference',
  'call',
  'dequeue',
  'redirect',
  'supervise',
]);

/** Changes a reservation as the REST API does: by a status, or by an instruction. */
export function updateReservation(
  state: WorkspaceState,
  record: ReservationRecord,
  change: ReservationChange,
): Reservation {
  checkVersion(record.reservation, change.ifVersion);
  const activity = activityOf(state, change.workerActivitySid);
  const { instruction, instructionParameters = {} } = change;
  if (instruction !== undefined) {
    if (!isInstruction(instruction)) throw invalid(`Invalid value for Instruction: ${instruction}`);
    follow(state, record, { name: instruction, parameters: { ...instructionParameters } }, activity);
  } else if (change.reservationStatus !== undefined) {
    moveTo(state, record, change.reservationStatus, activity);
  }
  return record.reservation;
}

function moveTo(
  state: WorkspaceState,
  record: ReservationRecord,
  status: string,
  activity: Activity | null,
): void {
  switch (status) {
    case 'accepted':
      requireStatus(record, 'accept', ['pending']);
      acceptReservation(state, record, record.reservation.instruction);
      return;
    case 'rejected':
      requireStatus(record, 'reject', ['pending']);
      rejectReservation(state, record, activity);
      return;
    case 'wrapping':
      requireStatus(record, 'wrap', ['accepted']);
      finishReservation(state, record, 'wrapping');
      return;
    case 'completed':
      requireStatus(record, 'complete', ['accepted', 'wrapping']);
      finishReservation(state, record, 'completed');
      return;
    default:
      throw invalid(`Invalid value for ReservationStatus: ${status}`);
  }
}

function follow(
  state: WorkspaceState,
  record: ReservationRecord,
  instruction: Instruction,
  activity: Activity | null,
): void {
  if (instruction.name === 'supervise') {
    requireStatus(record, 'supervise', ['accepted']);
    instruct(state, record, instruction);
    return;
  }
  requireStatus(record, instruction.name, ['pending']);
  if (instruction.name === 'reject') {
    rejectReservation(state, record, activity, instruction);
    return;
  }
  if (state.engine.awaitsAnswer(instruction, record.task.task)) {
    changeReservation(state, record, { instruction });
  } else {
    acceptReservation(state, record, instruction);
  }
  if (instruction.name !== 'accept') instruct(state, record, instruction);
}

function requireStatus(
  { reservation }: ReservationRecord,
  verb: string,
  allowed: readonly ReservationStatus[],
): void {
  if (allowed.includes(reservation.reservationStatus)) return;
  throw invalid(
    `Cannot ${verb} reservation ${reservation.sid} because it is ${reservation.reservationStatus}, ` +
      `not ${allowed.join(' or ')}.`,
  );
}

function activityOf(state: WorkspaceState, sid: string | undefined): Activity | null {
  if (sid === undefined) return null;
  const activity = state.activities.get(sid);
  if (!activity) throw invalid(`Activity ${sid} does not exist`);
  return activity;
}

const isInstruction = (name: string): name is InstructionName => INSTRUCTIONS.has(name);
