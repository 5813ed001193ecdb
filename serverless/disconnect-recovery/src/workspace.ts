import type { WorkflowFilter, WorkspaceDescription } from '@patchbay/shared';

export const RECOVERY_PING = 'Recovery Ping';

/** Longer than any ping lives: TaskRouter sets a worker Offline whose reservation times out. */
export const PING_RESERVATION_SECONDS = 130;

/** How long a caller waits for the agent who was asked back, in seconds of the task's age. */
const DIRECT_SECONDS = 20;
/** Ahead of everybody who waits in the ordinary way. */
const PRIORITY = 1_000;

/**
 * The filter on top of each voice workflow: a caller who is brought back goes to the agent who dropped, and after a while
 * to anybody of the workflow's own queue. In `everyone` are all agents who take calls.
 */
export const directToAgent = (everyone: string, defaultQueue: string): WorkflowFilter => ({
  filter_friendly_name: 'Direct to an Agent',
  expression: 'targetWorkerSid != null',
  targets: [
    {
      queue: everyone,
      known_worker_sid: 'task.targetWorkerSid',
      timeout: DIRECT_SECONDS,
      priority: PRIORITY,
    },
    { queue: defaultQueue, priority: PRIORITY },
  ],
});

/** What the service needs in TaskRouter of its own; `directToAgent` comes on top of workflows that exist already. */
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
