import type { WorkspaceDescription } from '@patchbay/shared';

export const ATTRIBUTION_WORKFLOW = 'BPO attribution';
export const ATTRIBUTION_CHANNEL = 'bpo_assortment';

/** What an unanswered attribution task is given; the same as the default of ATTRIBUTION_TASK_TIMEOUT_SECONDS. */
export const ATTRIBUTION_TIMEOUT_SECONDS = 120;

const queueOf = (affiliation: string): string => `Attribution ${affiliation}`;

/** What the service needs in TaskRouter, for these companies. */
export const attributionWorkspace = (affiliations: readonly string[]): WorkspaceDescription => ({
  activities: [],
  taskChannels: [{ friendlyName: 'BPO assortment', uniqueName: ATTRIBUTION_CHANNEL }],
  taskQueues: affiliations.map((affiliation) => ({
    friendlyName: queueOf(affiliation),
    targetWorkers: `affiliation == '${affiliation}'`,
  })),
  workflows: [
    {
      friendlyName: ATTRIBUTION_WORKFLOW,
      // Longer than the task lives: an agent who does not answer must not be set Offline in the middle of a call.
      taskReservationTimeout: ATTRIBUTION_TIMEOUT_SECONDS + 60,
      configuration: {
        // No default filter: a company nobody knows must fail at once, not wait for nobody.
        task_routing: {
          filters: affiliations.map((affiliation) => ({
            filter_friendly_name: affiliation,
            expression: `affiliation == '${affiliation}'`,
            targets: [
              {
                queue: queueOf(affiliation),
                timeout: ATTRIBUTION_TIMEOUT_SECONDS,
                // Not the agent who wants to be rid of the call.
                expression: 'worker.sid != task.transferringWorkerSid',
                // A company without a single agent, at work or not.
                skip_if: 'workers.available == 0 AND workers.unavailable == 0',
              },
            ],
          })),
        },
      },
    },
  ],
  events: [
    'task.created',
    'task.canceled',
    'task.completed',
    'task.deleted',
    'task.system-deleted',
    'task.transfer-completed',
    'task.transfer-attempt-failed',
    'task.transfer-failed',
    'task.transfer-canceled',
    'reservation.accepted',
    'reservation.rejected',
    'reservation.timeout',
    'reservation.wrapup',
    'workflow.skipped',
  ],
});
