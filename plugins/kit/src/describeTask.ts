import type { ITask } from '@twilio/flex-ui';
import { ReservationSid, TaskSid } from '@patchbay/shared/contracts';

/** What plugins decide by of a task in Flex; `sid` is the reservation's. */
export interface TaskSnapshot {
  readonly sid: ReservationSid;
  readonly taskSid: TaskSid;
  readonly status: ITask['status'];
  readonly channel: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A task as it is now; undefined for what is no task of TaskRouter, e.g. an e-mail that is being written. */
export function describeTask(task: ITask): TaskSnapshot | undefined {
  const sid = ReservationSid.safeParse(task.sid);
  const taskSid = TaskSid.safeParse(task.taskSid);
  if (!sid.success || !taskSid.success) return undefined;
  return {
    sid: sid.data,
    taskSid: taskSid.data,
    status: task.status,
    channel: task.taskChannelUniqueName,
    attributes: task.attributes,
  };
}
