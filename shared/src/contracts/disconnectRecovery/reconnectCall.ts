import * as z from 'zod/mini';
import { defineContract } from '../contract';

export const reconnectCallContract = defineContract({
  name: 'reconnect-call',
  method: 'GET',
  summary:
    "What the customer's call does once it is redirected: TwiML that enqueues it again. Signed by us, without effect of its own.",
  access: { kind: 'anyone' },
  request: z.looseObject({
    /** What to do, as JSON in base64url; written by this service only. */
    order: z.string().check(z.maxLength(2_000)),
    /** HMAC-SHA256 of `order`, in base64url. */
    signature: z.string().check(z.maxLength(100)),
  }),
  response: z.object({ twiml: z.string() }),
  successes: { 200: 'TwiML.' },
  failures: ['signature_refused'],
  produces: 'twiml',
  idempotent: true,
});
