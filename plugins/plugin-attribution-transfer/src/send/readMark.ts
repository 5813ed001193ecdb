import type { TaskSnapshot } from '@patchbay/plugin-kit';
import { WorkerSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

/** What the service writes on the task of a call that somebody accepted. */
const Mark = z.object({
  transferTo: WorkerSid,
  transferAttempt: z.object({ id: z.string(), reservationSid: z.string() }),
});

/** The attempt whose mark is on the task, and who accepted. */
export interface MarkOfOurs {
  readonly attemptId: string;
  readonly receiver: WorkerSid;
}

/** The mark on a task; one that began from another reservation is none of this page's. */
export function readMark({
  sid,
  attributes,
}: Pick<TaskSnapshot, 'sid' | 'attributes'>): MarkOfOurs | undefined {
  const mark = Mark.safeParse(attributes);
  if (!mark.success || mark.data.transferAttempt.reservationSid !== sid) return undefined;
  return { attemptId: mark.data.transferAttempt.id, receiver: mark.data.transferTo };
}
