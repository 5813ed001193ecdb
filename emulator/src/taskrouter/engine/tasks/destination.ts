import { invalid } from '../../../kernel/twilioError';
import type { Task } from '../model';
import type { TaskInput } from '../operations';
import type { WorkspaceState } from '../state';

type Destination = Pick<Task, 'workflowSid' | 'routingTarget' | 'ignoreCapacity'>;

/** Where a new task is to go: to its routing target or through a workflow. Throws 400/20001 for what doesn't exist. */
export function destinationOf(state: WorkspaceState, input: TaskInput): Destination {
  const routingTarget = input.routingTarget ?? input.taskQueueSid ?? null;
  if (routingTarget !== null && !exists(state, routingTarget)) {
    throw invalid(`RoutingTarget ${routingTarget} does not exist`);
  }
  const isWorker = routingTarget?.startsWith('WK') === true;
  return {
    routingTarget,
    workflowSid: workflowOf(state, input, routingTarget),
    // Default true for a worker as the target (changelog 2024-07-01): reserved whatever he does.
    ignoreCapacity: isWorker && (input.ignoreCapacity ?? true),
  };
}

function workflowOf(state: WorkspaceState, input: TaskInput, routingTarget: string | null): string | null {
  if (routingTarget?.startsWith('WW')) return routingTarget;
  const { workflowSid } = input;
  if (workflowSid !== undefined) {
    if (!state.workflows.has(workflowSid)) throw invalid(`Workflow ${workflowSid} does not exist`);
    return workflowSid;
  }
  if (routingTarget !== null) return null;
  const [only, ...others] = state.workflows.keys();
  if (only === undefined || others.length > 0) throw invalid('WorkflowSid field is required');
  return only;
}

const exists = ({ workers, queues, workflows }: WorkspaceState, sid: string): boolean =>
  workers.has(sid) || queues.has(sid) || workflows.has(sid);
