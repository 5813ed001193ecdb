import type { Parameters } from '../../kernel/parameters';
import { invalid } from '../../kernel/twilioError';
import { parseAttributes } from '../engine/attributes';
import type { Task } from '../engine/model';
import type { WorkspaceEngine } from '../engine/operations';
import { attributeLookup, evaluate, parseExpression } from '../expressions';
import { orderBy, type SortKeys } from './ordering';
import type { TaskIndex } from './taskIndex';

const STATUSES: readonly string[] = ['pending', 'reserved', 'assigned', 'canceled', 'wrapping', 'completed'];

const SORT_KEYS: SortKeys<Task> = {
  DateCreated: (task) => task.dateCreated,
  Priority: (task) => task.priority,
  VirtualStartTime: (task) => task.virtualStartTime,
};

/** The tasks a list request asks for, oldest first. Throws 400/20001 for a filter or ordering Twilio refuses. */
export function filterTasks(
  workspace: WorkspaceEngine,
  query: Parameters,
  index: TaskIndex,
): readonly Task[] {
  const conditions: ((task: Task) => boolean)[] = [];
  const where = <T>(wanted: T | undefined, of: (task: Task) => T | null | undefined): void => {
    if (wanted !== undefined) conditions.push((task) => of(task) === wanted);
  };
  where(query.integer('Priority'), (task) => task.priority);
  where(query.text('WorkflowSid'), (task) => task.workflowSid);
  where(query.text('TaskQueueSid'), (task) => task.taskQueueSid);
  where(query.text('RoutingTarget'), (task) => task.routingTarget);
  where(
    query.text('WorkflowName'),
    ({ workflowSid }) => workspace.workflows.find(workflowSid ?? '')?.friendlyName,
  );
  where(
    query.text('TaskQueueName'),
    ({ taskQueueSid }) => workspace.taskQueues.find(taskQueueSid ?? '')?.friendlyName,
  );
  const statuses = readStatuses(query);
  if (statuses.length > 0) conditions.push((task) => statuses.includes(task.assignmentStatus));

  let tasks = workspace.tasks.list();
  const text = query.text('EvaluateTaskAttributes');
  if (text !== undefined) {
    const expression = parseExpression(text);
    tasks = index.known(tasks);
    conditions.push((task) => evaluate(expression, attributeLookup(parseAttributes(task.attributes))));
  }
  return orderBy(
    tasks.filter((task) => conditions.every((condition) => condition(task))),
    readOrdering(query),
    SORT_KEYS,
  );
}

function readStatuses(query: Parameters): readonly string[] {
  const statuses = query.list('AssignmentStatus');
  const unknown = statuses.find((status) => !STATUSES.includes(status));
  if (unknown !== undefined)
    throw invalid(`AssignmentStatus '${unknown}' must be one of ${STATUSES.join(', ')}`);
  return statuses;
}

function readOrdering(query: Parameters): string | undefined {
  const ordering = query.text('Ordering');
  if (ordering?.includes('DateCreated') === true && ordering.includes('VirtualStartTime')) {
    throw invalid('Ordering must not combine DateCreated and VirtualStartTime');
  }
  return ordering;
}
