import type { TaskRouterEvent } from '../../taskrouter/engine';
import type { Passage } from './passage';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_KEPT = 20_000;

export interface PassageRecorder {
  record(event: TaskRouterEvent): void;
  /** The passages of the last day through a queue, oldest first. */
  ofQueue(queueSid: string): readonly Passage[];
  /** Whether there is anything of the day before an instant. */
  isBusy(now: number): boolean;
}

type TaskEvent = Extract<TaskRouterEvent, { task: unknown }>;

/** Notes on an open passage what happened to its task. */
function note(passage: Passage, { type, at }: TaskEvent): void {
  switch (type) {
    case 'reservation.created':
      passage.offeredAt = at;
      return;
    case 'reservation.accepted':
      passage.acceptedAt ??= at;
      return;
    case 'reservation.timeout':
      passage.missedAt.push(at);
      return;
    case 'reservation.rejected':
      passage.rejectedAt.push(at);
      return;
    case 'reservation.wrapup':
      passage.wrappingAt ??= at;
      return;
    case 'task.completed':
      passage.completedAt = at;
      return;
    case 'task.canceled':
      if (passage.acceptedAt === undefined) passage.abandonedAt = at;
      return;
    default:
  }
}

const ENDS: readonly TaskRouterEvent['type'][] = [
  'task.completed',
  'task.canceled',
  'task.deleted',
  'task.system-deleted',
];

/** Follows every task through its queues; forgets after a day, or earlier beyond 20,000 passages. */
export function createPassageRecorder(): PassageRecorder {
  const open = new Map<string, Passage>();
  let kept: Passage[] = [];

  const enter = (event: TaskEvent, queueSid: string): void => {
    const { task, taskChannel, at } = event;
    const before = open.get(task.sid);
    if (before?.queueSid === queueSid) return;
    if (before && before.acceptedAt === undefined) before.leftAt = at;
    const passage: Passage = {
      taskSid: task.sid,
      queueSid,
      channelSid: taskChannel.sid,
      enteredAt: at,
      missedAt: [],
      rejectedAt: [],
    };
    open.set(task.sid, passage);
    kept = kept.filter(({ enteredAt }) => enteredAt > at - DAY_MS).slice(-(MAX_KEPT - 1));
    kept.push(passage);
  };

  return {
    record(event) {
      if (!('task' in event)) return;
      if (event.type === 'task-queue.entered' || event.type === 'task-queue.moved') {
        enter(event, event.taskQueue.sid);
        return;
      }
      const passage = open.get(event.task.sid);
      if (passage) note(passage, event);
      if (ENDS.includes(event.type)) open.delete(event.task.sid);
    },
    isBusy: (now) => (kept.at(-1)?.enteredAt ?? -Infinity) > now - DAY_MS,
    ofQueue: (queueSid) => kept.filter((passage) => passage.queueSid === queueSid),
  };
}
