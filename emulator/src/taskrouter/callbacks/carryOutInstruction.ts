import { TwilioError } from '../../kernel/twilioError';
import type { TaskRouterEngine } from '../engine/engine';
import type { ReservationEvent } from '../engine/events';
import type { ReservationChange } from '../engine/operations';

/**
 * Applies an answered instruction. False when the engine refuses it although the reservation still waits, e.g. for an
 * unknown activity; an answer that comes too late is ignored, Twilio only notes it in its debugger (error 40114).
 */
export function carryOutInstruction(
  engine: TaskRouterEngine,
  { workspace, reservation }: ReservationEvent,
  change: ReservationChange,
): boolean {
  try {
    engine.workspace(workspace.sid).reservations.update(reservation.sid, change);
    return true;
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    return !stillPending(engine, workspace.sid, reservation.sid);
  }
}

function stillPending(engine: TaskRouterEngine, workspaceSid: string, reservationSid: string): boolean {
  if (engine.workspaces.find(workspaceSid) === undefined) return false;
  const reservation = engine.workspace(workspaceSid).reservations.find(reservationSid);
  return reservation?.reservationStatus === 'pending';
}
