import type { WorkflowDescription, WorkspaceDescription } from '@patchbay/shared';
import { toJson } from '../json';
import { referTo } from '../reference';
import type { Resource } from '../resource';

/** What a service's own description asks for in TaskRouter, as resources. */
export const describeWorkspace = ({
  taskChannels,
  taskQueues,
  workflows,
}: WorkspaceDescription): readonly Resource[] => [
  ...taskChannels.map(({ uniqueName, friendlyName }): Resource => ({
    kind: 'task channel',
    name: uniqueName,
    settings: { friendlyName },
  })),
  ...taskQueues.map(({ friendlyName, targetWorkers }): Resource => ({
    kind: 'queue',
    name: friendlyName,
    settings: { targetWorkers },
  })),
  ...workflows.map(describeWorkflow),
];

const describeWorkflow = ({
  friendlyName,
  taskReservationTimeout,
  configuration: { task_routing: routing },
}: WorkflowDescription): Resource => ({
  kind: 'workflow',
  name: friendlyName,
  settings: {
    taskReservationTimeout,
    configuration: toJson({
      task_routing: {
        ...routing,
        filters: routing.filters.map((filter) => ({
          ...filter,
          targets: filter.targets.map((target) => ({ ...target, queue: referTo('queue', target.queue) })),
        })),
        ...(routing.default_filter && {
          default_filter: { queue: referTo('queue', routing.default_filter.queue) },
        }),
      },
    }),
  },
});
