import type { VoiceListener } from '../events';
import type { AgentLeg, Caller, VoiceState } from '../state';

/** Who left a task's conference for good: its worker goes on to wrap up, its caller is no longer TaskRouter's. */
export const wrapUp =
  (state: VoiceState): VoiceListener =>
  (event) => {
    if (event.type === 'participant-left') {
      const { role } = event.participant;
      if (role?.type === 'customer') {
        // Hung up, kicked, redirected, or gone with the whole conference.
        takeTransferBack(state, state.callers.get(role.taskSid));
        state.callers.delete(role.taskSid);
      }
      if (role?.type === 'worker') forgetLeg(state, state.legs.get(role.reservationSid));
    }
    if (event.type === 'call-ended') {
      forgetLeg(
        state,
        [...state.legs.values()].find(({ call }) => call === event.call),
      );
    }
  };

/** Nobody is left to be transferred: whoever was asked is asked no longer. */
function takeTransferBack({ taskRouter }: VoiceState, caller: Caller | undefined): void {
  if (!caller || !taskRouter.workspaces.find(caller.workspaceSid)) return;
  const { tasks, transfers } = taskRouter.workspace(caller.workspaceSid);
  if (!tasks.find(caller.taskSid)) return;
  const transfer = transfers.ofTask(caller.taskSid).find(({ status }) => status === 'initiated');
  if (transfer) transfers.cancel(transfer.sid, transfer.initiatingWorkerSid);
}

/** Twilio moves a reservation to wrapping when its worker is off the call (docs: Multitasking, "wrapping"). */
function forgetLeg({ legs, taskRouter }: VoiceState, leg: AgentLeg | undefined): void {
  if (!leg) return;
  legs.delete(leg.reservationSid);
  if (!taskRouter.workspaces.find(leg.workspaceSid)) return;
  const { reservations, workers, activities } = taskRouter.workspace(leg.workspaceSid);
  if (reservations.find(leg.reservationSid)?.reservationStatus === 'accepted') {
    reservations.update(leg.reservationSid, { reservationStatus: 'wrapping' });
  }
  const activitySid = leg.postWorkActivitySid;
  if (activitySid !== null && activities.find(activitySid) && workers.find(leg.workerSid)) {
    workers.update(leg.workerSid, { activitySid });
  }
}
