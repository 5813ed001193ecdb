import type { TaskRouterEvent } from '../../taskrouter/engine';

/** A TaskRouter event as a timeline shows it: who and what, without attributes, which may hold anything. */
export interface ShownEvent {
  /** Grows by one per event, never reused. */
  readonly sequence: number;
  /** Milliseconds since 1970 in the local Twilio's time. */
  readonly at: number;
  /** Twilio's event type, e.g. `reservation.accepted`. */
  readonly type: string;
  readonly workspaceSid: string;
  readonly task?: { readonly sid: string; readonly channel: string; readonly status: string };
  readonly queue?: string;
  readonly workflow?: string;
  readonly worker?: { readonly sid: string; readonly name: string };
  readonly activity?: string;
  readonly previousActivity?: string;
  readonly reservation?: { readonly sid: string; readonly status: string };
  readonly transfer?: {
    readonly sid: string;
    readonly mode: string;
    readonly to: string;
    readonly status: string;
  };
}

/** What of an event is shown. */
export function showEvent(event: TaskRouterEvent, sequence: number): ShownEvent {
  return {
    sequence,
    at: event.at,
    type: event.type,
    workspaceSid: event.workspace.sid,
    ...('task' in event
      ? {
          task: {
            sid: event.task.sid,
            channel: event.taskChannel.uniqueName,
            status: event.task.assignmentStatus,
          },
        }
      : {}),
    ...('taskQueue' in event && event.taskQueue ? { queue: event.taskQueue.friendlyName } : {}),
    ...('workflow' in event && event.workflow ? { workflow: event.workflow.friendlyName } : {}),
    ...('worker' in event ? { worker: { sid: event.worker.sid, name: event.worker.friendlyName } } : {}),
    ...('activity' in event ? { activity: event.activity.friendlyName } : {}),
    ...('previousActivity' in event ? { previousActivity: event.previousActivity.friendlyName } : {}),
    ...('reservation' in event
      ? { reservation: { sid: event.reservation.sid, status: event.reservation.reservationStatus } }
      : {}),
    ...('transfer' in event && event.transfer
      ? {
          transfer: {
            sid: event.transfer.sid,
            mode: event.transfer.mode,
            to: event.transfer.to,
            status: event.transfer.status,
          },
        }
      : {}),
  };
}
