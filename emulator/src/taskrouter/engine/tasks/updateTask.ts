import { invalid } from '../../../kernel/twilioError';
import { parseAttributes } from '../attributes';
import { changeTask, checkVersion } from '../change';
import { emitTask } from '../emit';
import type { Task, TaskStatus } from '../model';
import type { TaskChange } from '../operations';
import type { TaskRecord } from '../records';
import { placeAgain } from '../routing/place';
import type { WorkspaceState } from '../state';
import { priorityOf } from './createTask';
import { cancelTask, completeTask, wrapTask } from './endTask';
import { startTimeOf } from './startTime';

/** The states each status can be asked for in (doc "Task Lifecycle": Task States), and how a refusal is worded. */
const TRANSITIONS = {
  completed: { from: ['assigned', 'wrapping'], verb: 'complete', needed: 'assigned', run: completeTask },
  wrapping: { from: ['assigned'], verb: 'wrap', needed: 'assigned', run: wrapTask },
  canceled: { from: ['pending', 'reserved'], verb: 'cancel', needed: 'pending or reserved', run: cancelTask },
} as const;

type Askable = keyof typeof TRANSITIONS;

/** Changes a task as the REST API does. Everything is checked before anything changes. */
export function updateTask(state: WorkspaceState, record: TaskRecord, change: TaskChange): Task {
  checkVersion(record.task, change.ifVersion);
  const { assignmentStatus } = change;
  const asked = assignmentStatus === undefined ? null : askable(record.task, assignmentStatus);
  const data = dataOf(state, change);
  const reason = change.reason ?? record.task.reason;
  const hasData = Object.keys(data).length > 0;
  if (change.attributes !== undefined) record.attributes = parseAttributes(change.attributes);
  if (hasData || (!asked && change.reason !== undefined)) {
    changeTask(state, record, asked ? data : { ...data, reason });
    placeAgain(state, record);
  }
  if (asked) TRANSITIONS[asked].run(state, record, reason);
  const isCompleted = asked !== null && record.task.assignmentStatus === 'completed';
  if (hasData || isCompleted || (!asked && change.reason !== undefined)) {
    emitTask(state, record, 'task.updated');
  }
  return record.task;
}

function dataOf(
  state: WorkspaceState,
  change: TaskChange,
): Partial<Pick<Task, 'attributes' | 'priority' | 'virtualStartTime'>> {
  const { attributes, priority, virtualStartTime } = change;
  if (attributes !== undefined) parseAttributes(attributes);
  return {
    ...(attributes === undefined ? {} : { attributes }),
    ...(priority === undefined ? {} : { priority: priorityOf(priority) }),
    ...(virtualStartTime === undefined
      ? {}
      : { virtualStartTime: startTimeOf(virtualStartTime, state.engine.clock.now()) }),
  };
}

function askable({ sid, assignmentStatus: current }: Task, status: string): Askable {
  if (!isAskable(status)) throw invalid(`Invalid value for AssignmentStatus: ${status}`);
  const { from, verb, needed } = TRANSITIONS[status];
  if (from.some((state: TaskStatus) => state === current)) return status;
  throw invalid(`Cannot ${verb} task ${sid} because it is not currently ${needed}.`);
}

const isAskable = (status: string): status is Askable => Object.hasOwn(TRANSITIONS, status);
