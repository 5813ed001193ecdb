import { given } from '../../../kernel/given';
import { invalid } from '../../../kernel/twilioError';
import { mentions, parseExpression } from '../../expressions';
import { queuesOf } from '../../workflow';
import { emit } from '../emit';
import { nonEmpty, RESERVED_WORKERS_MAX, wholeNumber } from '../limits';
import { findOr404 } from '../lookup';
import type { TaskQueue } from '../model';
import type { TaskQueueInput, TaskQueueOperations } from '../operations';
import type { QueueRecord } from '../records';
import { placeAgain } from '../routing/place';
import type { WorkspaceState } from '../state';
import { isOpen } from '../tasks/isOpen';
import { refreshMembers } from '../workers/membership';
import { directory } from './directory';
import { stamp } from './stamp';

const EVERYONE = '1==1';

/** The workspace's task queues. */
export function createTaskQueues(state: WorkspaceState): TaskQueueOperations {
  const { outbox } = state.engine;
  return {
    ...directory(state, 'TaskQueues', state.queues, ({ queue }) => queue),
    create: (input) => outbox.run(() => addTaskQueue(state, input)),
    update: (sid, change) =>
      outbox.run(() => changeQueue(state, findOr404(state, state.queues, 'TaskQueues', sid), change)),
    delete(sid) {
      outbox.run(() => {
        removeQueue(state, findOr404(state, state.queues, 'TaskQueues', sid));
      });
    },
    ofWorker: (workerSid) =>
      Array.from(findOr404(state, state.workers, 'Workers', workerSid).queues, ({ queue }) => queue),
  };
}

/** Creates a task queue and finds its workers. */
export function addTaskQueue(state: WorkspaceState, input: TaskQueueInput): TaskQueue {
  check(state, input);
  const queue: TaskQueue = {
    ...stamp(state, 'WQ'),
    targetWorkers: EVERYONE,
    maxReservedWorkers: 1,
    taskOrder: 'FIFO',
    reservationActivitySid: null,
    assignmentActivitySid: null,
    ...given(input),
    friendlyName: input.friendlyName,
  };
  const record: QueueRecord = {
    queue,
    ...readTarget(queue.targetWorkers),
    members: new Set(),
    lanes: new Map(),
  };
  state.queues.set(queue.sid, record);
  refreshMembers(state, record);
  emit(state, { type: 'task-queue.created', taskQueue: queue });
  return queue;
}

function changeQueue(state: WorkspaceState, record: QueueRecord, change: Partial<TaskQueueInput>): TaskQueue {
  check(state, change, record.queue.sid);
  const old = record.queue;
  if (change.targetWorkers !== undefined) Object.assign(record, readTarget(change.targetWorkers));
  // Whoever waits here is taken out of line under the old order and put back under the new one.
  const waiting = [...record.lanes.values()].flatMap(({ placements }) => placements);
  record.queue = { ...old, ...given(change), dateUpdated: state.engine.clock.now() };
  for (const placement of waiting) placeAgain(state, placement.record);
  refreshMembers(state, record);
  if (record.queue.targetWorkers !== old.targetWorkers) {
    emit(state, { type: 'task-queue.expression.updated', taskQueue: record.queue });
  }
  return record.queue;
}

function removeQueue(state: WorkspaceState, record: QueueRecord): void {
  const { sid } = record.queue;
  const isUsed = [...state.workflows.values()].some(({ configuration }) =>
    queuesOf(configuration).includes(sid),
  );
  if (isUsed) throw invalid(`Cannot delete task queue ${sid} because a workflow refers to it`);
  if ([...state.tasks.values()].some(({ task }) => task.taskQueueSid === sid && isOpen(task))) {
    throw invalid(`Cannot delete task queue ${sid} because it has tasks`);
  }
  for (const worker of record.members) worker.queues.delete(record);
  state.queues.delete(sid);
  emit(state, { type: 'task-queue.deleted', taskQueue: record.queue });
}

function check(state: WorkspaceState, input: Partial<TaskQueueInput>, ownSid?: string): void {
  const { friendlyName, maxReservedWorkers, targetWorkers } = input;
  if (friendlyName !== undefined) {
    nonEmpty('FriendlyName', friendlyName);
    const isTaken = [...state.queues.values()].some(
      ({ queue }) => queue.friendlyName === friendlyName && queue.sid !== ownSid,
    );
    if (isTaken) throw invalid(`TaskQueue with the friendly name ${friendlyName} already exists`);
  }
  if (maxReservedWorkers !== undefined) {
    wholeNumber('MaxReservedWorkers', maxReservedWorkers, 1, RESERVED_WORKERS_MAX);
  }
  if (targetWorkers !== undefined) readTarget(targetWorkers);
  for (const sid of [input.reservationActivitySid, input.assignmentActivitySid]) {
    if (sid !== undefined && !state.activities.has(sid)) throw invalid(`Activity ${sid} does not exist`);
  }
}

/** Throws 400/20001 for what isn't an expression. */
function readTarget(targetWorkers: string | null): Pick<QueueRecord, 'target' | 'asksForCapacity'> {
  if (targetWorkers === null || targetWorkers === '') return { target: null, asksForCapacity: false };
  const target = parseExpression(targetWorkers);
  return { target, asksForCapacity: mentions(target, ['worker', 'channel']) };
}
