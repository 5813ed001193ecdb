import * as z from 'zod/mini';
import { defineContract } from '../../../src/contracts';
import type { BasePorts } from '../../../src/endpoint';
import { implement, ok } from '../../../src/endpoint';
import { flexUserGate, twilioFunction } from '../../../src/host';
import { eventsWiring } from '../sampleEvents';

const statusContract = defineContract({
  name: 'status',
  method: 'GET',
  summary: 'A sample GET.',
  access: { kind: 'flex-user', roles: ['supervisor'] },
  request: z.object({ urgent: z.boolean() }),
  response: z.object({ success: z.literal(true), urgent: z.boolean() }),
  successes: { 200: 'Done.' },
  failures: [],
  idempotent: true,
});

const status = implement(statusContract, ({ urgent }, _ports: BasePorts) =>
  Promise.resolve(ok({ success: true as const, urgent })),
);

export const handler = twilioFunction(status, flexUserGate, eventsWiring);
