import type { ReservationEvent, TaskRouterEvent, TransferEvent } from '../../taskrouter/engine/events';
import { endCall } from '../calls/endCall';
import { changeParticipant } from '../conferences/changeParticipant';
import { findLiveConference } from '../conferences/openConference';
import type { VoiceState } from '../state';

/** The ends of a reservation that end its worker's leg: offers taken back while his telephone rings, and wrap-up. */
const ENDING: ReadonlySet<ReservationEvent['type']> = new Set([
  'reservation.canceled',
  'reservation.rescinded',
  'reservation.timeout',
  'reservation.rejected',
  'reservation.wrapup',
  'reservation.completed',
]);

/** A COLD transfer takes whoever starts it off the call at once; the customer hears music until the next one joins. */
function startColdTransfer(state: VoiceState, { task, reservation, transfer }: TransferEvent): void {
  const leg = state.legs.get(reservation.sid);
  if (transfer.mode !== 'COLD' || !leg) return;
  const caller = state.callers.get(task.sid);
  const customer = caller && findLiveConference(state, task.sid)?.participants.get(caller.call.sid);
  if (caller && customer && !customer.hold) {
    caller.isHeldForTransfer = true;
    changeParticipant(state, customer, { hold: true });
  }
  endCall(state, leg.call, 'updated');
}

const isReservationEvent = (event: TaskRouterEvent): event is ReservationEvent =>
  event.type.startsWith('reservation.');

/** Brings calls in line with what becomes of reservations and transfers. */
export function followTaskRouter(state: VoiceState, event: TaskRouterEvent): void {
  if (event.type === 'task.transfer-initiated') startColdTransfer(state, event);
  if (!isReservationEvent(event) || !ENDING.has(event.type)) return;
  const leg = state.legs.get(event.reservation.sid);
  if (leg) endCall(state, leg.call, 'updated');
}
