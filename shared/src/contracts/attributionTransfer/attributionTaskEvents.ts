import * as z from 'zod/mini';
import { defineContract } from '../contract';

export const attributionTaskEventsContract = defineContract({
  name: 'attribution-task-events',
  method: 'POST',
  summary: 'TaskRouter events from an Event Streams webhook sink.',
  access: { kind: 'twilio-basic-auth' },
  request: z.object({ events: z.array(z.unknown()) }),
  response: z.object({
    success: z.literal(true),
    handled: z.number(),
    ignored: z.number(),
    parked: z.number(),
  }),
  successes: { 200: 'Every event was handled, ignored or parked; none needs to come again.' },
  failures: [],
  idempotent: true,
});
