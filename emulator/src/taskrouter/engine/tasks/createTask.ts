import { invalid } from '../../../kernel/twilioError';
import { parseAttributes } from '../attributes';
import { aboutTask, emit, emitTask, emitWorkflowPassage } from '../emit';
import { existing } from '../lookup';
import { TASK_TIMEOUT_DEFAULT_S, TASK_TIMEOUT_MAX_S, wholeNumber } from '../limits';
import type { Task } from '../model';
import type { TaskInput } from '../operations';
import type { TaskRecord } from '../records';
import { stamp } from '../resources/stamp';
import { resolveChannel } from '../resources/taskChannels';
import { changeOnEntry, findStep, place, standAt } from '../routing/place';
import { planTask } from '../routing/plan';
import { later, nextSequence, type WorkspaceState } from '../state';
import { cancelTask } from './endTask';
import { destinationOf } from './destination';
import { startTimeOf } from './startTime';

/** Highest priority Twilio's 32-bit field holds. */
const PRIORITY_MAX = 2_147_483_647;

/** Checks a task's priority: a whole number, 0 or more. */
export const priorityOf = (value: number): number => wholeNumber('Priority', value, 0, PRIORITY_MAX);

/** Creates a task, pending at the first step of its way; workers are offered it from the next instant on. */
export function createTask(state: WorkspaceState, input: TaskInput): Task {
  const identity = stamp(state, 'WT');
  const { attributes = '{}', taskChannel = 'default' } = input;
  const channel = resolveChannel(state, taskChannel);
  if (!channel) throw invalid(`TaskChannel ${taskChannel} does not exist`);
  const record: TaskRecord = {
    task: {
      ...identity,
      ...destinationOf(state, input),
      taskQueueSid: null,
      taskQueueEnteredDate: null,
      taskChannelSid: channel.sid,
      taskChannelUniqueName: channel.uniqueName,
      assignmentStatus: 'pending',
      attributes,
      priority: priorityOf(input.priority ?? 0),
      reason: null,
      timeout: wholeNumber('Timeout', input.timeout ?? TASK_TIMEOUT_DEFAULT_S, 1, TASK_TIMEOUT_MAX_S),
      virtualStartTime: startTimeOf(input.virtualStartTime ?? identity.dateCreated, identity.dateCreated),
      version: 0,
    },
    attributes: parseAttributes(attributes),
    sequence: nextSequence(state),
    reservations: new Map(),
    transfers: new Map(),
    placement: null,
    assignments: 0,
    cancelTimer: () => undefined,
  };
  state.tasks.set(record.task.sid, record);
  record.cancelTimer = later(state, record.task.timeout * 1000, () => {
    cancelTask(state, record, 'Task TTL Exceeded');
  });
  enterFirstStep(state, record);
  return record.task;
}

/** The order of events is what a live account shows; entering the first queue is part of version 0. */
function enterFirstStep(state: WorkspaceState, record: TaskRecord): void {
  const route = planTask(state, record);
  const index = findStep(state, route, 0);
  const step = route.steps[index];
  const isOfWorkflow = !step || (step.kind === 'queue' && step.isOfWorkflow);
  if (step) record.task = { ...record.task, ...changeOnEntry(step, record.task, route.since) };
  if (isOfWorkflow) emitWorkflowPassage(state, record, 'workflow.entered');
  if (step?.kind === 'queue') {
    const { queue } = existing(state.queues, step.queueSid);
    emit(state, { type: 'task-queue.entered', ...aboutTask(state, record), taskQueue: queue });
  }
  emitTask(state, record, 'task.created');
  if (!step) {
    // No filter matches and there is no default filter: answered as pending all the same, gone an instant later.
    later(state, 0, () => {
      if (record.task.assignmentStatus === 'pending') place(state, record, { route, from: index });
    });
    return;
  }
  if (step.kind === 'queue' && step.isOfWorkflow)
    emitWorkflowPassage(state, record, 'workflow.target-matched', step);
  standAt(state, record, { route, index, step, isEntry: true });
}
