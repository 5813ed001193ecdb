import * as z from 'zod/mini';
import { defineContract } from '../../src/contracts';
import type { BasePorts } from '../../src/endpoint';
import { implement, ok } from '../../src/endpoint';
import { wire } from '../../src/host';

/** A webhook that takes a list of anything. */
export const sampleEventsContract = defineContract({
  name: 'events',
  method: 'POST',
  summary: 'Sample events.',
  access: { kind: 'twilio-basic-auth' },
  request: z.object({ events: z.array(z.unknown()) }),
  response: z.object({ success: z.literal(true), events: z.array(z.unknown()) }),
  successes: { 200: 'Done.' },
  failures: [],
  idempotent: true,
});

export const sampleEvents = implement(sampleEventsContract, ({ events }, _ports: BasePorts) =>
  Promise.resolve(ok({ success: true as const, events })),
);

export const eventsWiring = wire({
  service: 'sample-service',
  version: '1.2.3',
  config: {},
  ports: (scope): BasePorts => scope,
});
