import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { SUCCESS } from './values';

export const taskEventHandlerContract = defineContract({
  name: 'task-event-handler',
  method: 'POST',
  summary: "TaskRouter events: an Event Streams sink's JSON, or the form of a workspace's event callback.",
  access: { kind: 'twilio-basic-auth' },
  request: z.object({ events: z.array(z.unknown()) }),
  response: z.object({ ...SUCCESS, handled: z.number(), ignored: z.number(), parked: z.number() }),
  successes: { 200: 'Every event was handled, ignored or parked; none needs to come again.' },
  failures: ['in_flight'],
  statusInBody: true,
  idempotent: true,
});
