import { attributeLookup, evaluate } from '../../expressions';
import type { Attributes } from '../attributes';
import { existing } from '../lookup';
import type { TaskRecord, WorkflowRecord } from '../records';
import type { WorkspaceState } from '../state';
import type { QueueStep, Route, Step } from './placement';

/** A task's own way: to its routing target, or through its workflow. Deadlines count from the task's creation. */
export function planTask(state: WorkspaceState, { task, attributes }: TaskRecord): Route {
  return {
    steps: stepsOf(state, task, attributes),
    since: task.dateCreated,
    transferSid: null,
    excludedWorkerSid: null,
  };
}

/** The steps of a task from its routing target, or by its workflow. */
export function stepsOf(
  state: WorkspaceState,
  task: { routingTarget: string | null; ignoreCapacity: boolean; workflowSid: string | null },
  attributes: Attributes,
): Step[] {
  const { routingTarget } = task;
  if (routingTarget?.startsWith('WK')) return [workerStep(routingTarget, task.ignoreCapacity)];
  if (routingTarget?.startsWith('WQ')) return [queueStep(routingTarget)];
  return task.workflowSid ? stepsOfWorkflow(existing(state.workflows, task.workflowSid), attributes) : [];
}

/**
 * Every target of every matching filter, in order; the default filter only when none matches. Timeouts add up
 * against the task's age (doc "Lifecycle of a Task: Timeout Evaluation"), here also across filters, which the
 * document leaves open.
 */
function stepsOfWorkflow(
  { workflow, configuration, revision }: WorkflowRecord,
  attributes: Attributes,
): Step[] {
  const lookup = attributeLookup(attributes);
  const steps: Step[] = [];
  let sumMs = 0;
  configuration.filters.forEach((filter, filterIndex) => {
    if (!evaluate(filter.expression, lookup)) return;
    filter.targets.forEach((target, targetIndex) => {
      sumMs += (target.timeout ?? 0) * 1000;
      steps.push({
        kind: 'queue',
        id: `${workflow.sid}.${revision}.${filterIndex}.${targetIndex}`,
        queueSid: target.queue,
        isOfWorkflow: true,
        filter,
        target,
        deadlineMs: target.timeout === null ? null : sumMs,
      });
    });
  });
  if (steps.length === 0 && configuration.defaultFilter)
    steps.push(queueStep(configuration.defaultFilter.queue, true));
  return steps;
}

/** A queue as it is, without a deadline. */
export const queueStep = (queueSid: string, isOfWorkflow = false): QueueStep => ({
  kind: 'queue',
  id: queueSid,
  queueSid,
  isOfWorkflow,
  filter: null,
  target: null,
  deadlineMs: null,
});

/** One worker, past queues. */
export const workerStep = (workerSid: string, ignoreCapacity: boolean): Step => ({
  kind: 'worker',
  id: workerSid,
  workerSid,
  ignoreCapacity,
  deadlineMs: null,
});
