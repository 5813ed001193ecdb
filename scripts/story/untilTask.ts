import type { Reservation } from 'twilio-taskrouter';
import type * as z from 'zod/mini';
import { within } from './within';

/** Resolves with the attributes of a task once the page that holds it sees them as wanted. */
export const untilTask = <Wanted>(
  what: string,
  { task }: Reservation,
  wanted: z.ZodMiniType<Wanted>,
): Promise<Wanted> =>
  within(
    what,
    new Promise((resolve) => {
      const look = (): void => {
        const seen = wanted.safeParse(task.attributes);
        if (!seen.success) return;
        task.removeListener('updated', look);
        resolve(seen.data);
      };
      task.on('updated', look);
      look();
    }),
  );
