import type { TaskSnapshot } from '@patchbay/plugin-kit';
import * as z from 'zod/mini';

/** What the service writes on the task of a call that somebody accepted. */
const Mark = z.object({
  transferTo: z.string(),
  transferAttempt: z.object({ id: z.string(), reservationSid: z.string() }),
});

/** The id of the attempt whose mark is on the task; one that began from another reservation is none of this page's. */
export function readMark({ sid, attributes }: Pick<TaskSnapshot, 'sid' | 'attributes'>): string | undefined {
  const mark = Mark.safeParse(attributes);
  return mark.success && mark.data.transferAttempt.reservationSid === sid
    ? mark.data.transferAttempt.id
    : undefined;
}
