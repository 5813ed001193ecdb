import * as z from 'zod/mini';
import type { AgentTask } from './ports';

/** TaskRouter's reservation behind a task of Flex's, where it says how long it is offered (seconds). */
const Offered = z.object({ status: z.literal('pending'), timeout: z.number(), dateCreated: z.date() });

/** For how long and since when a reservation is offered; undefined when it is not being offered. */
export function readOffer(reservation: unknown): AgentTask['offer'] {
  const offered = Offered.safeParse(reservation);
  if (!offered.success) return undefined;
  return { ms: offered.data.timeout * 1000, since: offered.data.dateCreated.getTime() };
}
