import type { WorkspaceDescription } from '@patchbay/shared';

export const RECOVERY_PING = 'Recovery Ping';

/** Longer than any ping lives: TaskRouter sets a worker Offline whose reservation times out. */
export const PING_RESERVATION_SECONDS = 130;

/** What the service needs in TaskRouter of its own; the filter on top of each voice workflow is provisioned apart. */
export const recoveryWorkspace: WorkspaceDescription = {
  activities: [],
  taskChannels: [],
  taskQueues: [{ friendlyName: RECOVERY_PING, targetWorkers: '1 == 1' }],
  workflows: [
    {
      friendlyName: RECOVERY_PING,
      taskReservationTimeout: PING_RESERVATION_SECONDS,
      configuration: {
        task_routing: {
          filters: [
            {
              filter_friendly_name: 'Ping Disconnected Agent',
              expression: 'disconnectedWorkerSid != null AND recoveryAttemptFailed == false',
              targets: [{ queue: RECOVERY_PING, known_worker_sid: 'task.disconnectedWorkerSid' }],
            },
          ],
        },
      },
    },
  ],
  events: [
    'reservation.accepted',
    'reservation.wrapup',
    'task.canceled',
    'task-queue.entered',
    'task.transfer-initiated',
    'task.transfer-completed',
    'task.transfer-failed',
    'task.transfer-canceled',
  ],
};
