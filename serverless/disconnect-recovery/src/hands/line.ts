import type { TaskSnapshot } from '@patchbay/shared';
import { RECOVERED_TASK } from '../twiml/reconnectAttributes';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';
import type { CallEvent } from '../recovery/event';
import { RECOVERY_ID } from './pingAttributes';
import type { Reach } from './reach';

/** Searches for the reconnect task whose events nobody delivered. 1 search: at most 3 a second per account. */
export async function findLine(reach: Reach, call: Call, drop: Drop): Promise<readonly CallEvent[]> {
  const tasks = await reach.taskRouter.findTasksByAttribute(RECOVERED_TASK, call.taskSid);
  const task = tasks.find(({ attributes }) => attributes?.[RECOVERY_ID] === drop.id) ?? tasks[0];
  if (task !== undefined) {
    return [{ type: 'queued', taskSid: task.sid }, ...(await newsOf(reach, task))];
  }
  const isLive = call.customerCallSid !== undefined && (await reach.voice.isCallLive(call.customerCallSid));
  return isLive === true ? [] : [{ type: 'customer_gone' }];
}

/** How the caller is doing in the queue. 1 read, 2 when an agent took the call. */
export async function checkLine(reach: Reach, { reconnectTaskSid }: Drop): Promise<readonly CallEvent[]> {
  if (reconnectTaskSid === undefined) return [];
  const task = await reach.taskRouter.fetchTask(reconnectTaskSid);
  if (task === undefined) return [{ type: 'line_left', taskSid: reconnectTaskSid }];
  const news = await newsOf(reach, task);
  return news.length > 0 ? news : [{ type: 'still_in_line' }];
}

async function newsOf({ taskRouter }: Reach, task: TaskSnapshot): Promise<readonly CallEvent[]> {
  const { sid: taskSid, assignmentStatus } = task;
  if (assignmentStatus === 'pending' || assignmentStatus === 'reserved') return [];
  if (assignmentStatus === 'canceled') return [{ type: 'line_left', taskSid }];
  const reservations = await taskRouter.listReservations(taskSid);
  const holder = reservations.find(({ status }) => ['accepted', 'wrapping', 'completed'].includes(status));
  return holder === undefined
    ? [{ type: 'line_left', taskSid }]
    : [{ type: 'taken', taskSid, workerSid: holder.workerSid }];
}
