import { TaskQueueSid, TaskSid, TransferMode, WorkerSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

/** What an attribution task says of the transfer it stands for. */
const Attribution = z.object({
  type: z.literal('attribution'),
  originalTaskSid: TaskSid,
  mode: TransferMode,
  affiliation: z.string(),
  transferringWorkerSid: WorkerSid,
  transferringWorkerName: z.string(),
  /** ISO 8601. */
  requestedAt: z.string(),
  transfer_task: z.object({ targetSid: TaskQueueSid }),
});
export type Attribution = z.infer<typeof Attribution>;

/** The attribution in a task's attributes; undefined when it is another kind of task. */
export function readAttribution(attributes: unknown): Attribution | undefined {
  const parsed = Attribution.safeParse(attributes);
  return parsed.success ? parsed.data : undefined;
}
