import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { RecoveryView, SUCCESS } from './values';

export const recoveriesContract = defineContract({
  name: 'recoveries',
  method: 'GET',
  summary: 'The recoveries in progress and the latest that ended, with today’s counts.',
  access: { kind: 'flex-user', roles: ['supervisor', 'admin'] },
  request: z.object({}),
  response: z.object({
    ...SUCCESS,
    /** ISO 8601, the server's clock: waiting times count from `droppedAt` to this. */
    at: z.string(),
    /** Oldest first. */
    inProgress: z.array(RecoveryView),
    /** Latest first; the oldest drop out. */
    ended: z.array(RecoveryView),
    /** Since midnight UTC. */
    today: z.object({
      dropped: z.number(),
      /** How many ended in which way, by `RecoveryOutcome`. */
      outcomes: z.catchall(z.object({}), z.number()),
      /** Calls that ended with the agent who dropped before that could be prevented; none of `dropped`. */
      unsaved: z.number(),
      /** Mean milliseconds from the drop, of those that got so far; null when none did. */
      meanMsToAnnouncement: z.nullable(z.number()),
      meanMsToReconnect: z.nullable(z.number()),
    }),
  }),
  successes: { 200: 'The recoveries.' },
  failures: [],
  statusInBody: true,
  idempotent: true,
});
