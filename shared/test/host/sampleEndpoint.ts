import * as z from 'zod/mini';
import { TaskQueueSid, TaskSid, defineContract } from '../../src/contracts';
import type { BasePorts, Result } from '../../src/endpoint';
import { fail, implement, ok, replay } from '../../src/endpoint';
import { matching, required, text, wire, withDefault } from '../../src/host';

/** A contract with every kind of field a form has to carry. */
export const sampleContract = defineContract({
  name: 'sample',
  method: 'POST',
  summary: 'A sample.',
  access: { kind: 'flex-user' },
  request: z.object({
    taskSid: TaskSid,
    transfer_task: z.object({ targetSid: TaskQueueSid, attributes: z.record(z.string(), z.unknown()) }),
    mode: z._default(z.enum(['WARM', 'COLD']), 'WARM'),
    urgent: z.optional(z.boolean()),
    tries: z.optional(z.int()),
    note: z.optional(z.string().check(z.maxLength(20, 'must be at most 20 characters'))),
  }),
  response: z.object({
    success: z.literal(true),
    received: z.record(z.string(), z.unknown()),
    identity: z.string(),
    queue: z.string(),
  }),
  successes: { 200: 'Again.', 201: 'Done.' },
  failures: ['in_flight'],
  idempotent: true,
});

export interface SamplePorts extends BasePorts {
  readonly queue: string;
}

type Body = z.infer<typeof sampleContract.response>;

/** What the handler does, by the note it gets. */
const ACTS: Readonly<Record<string, (body: Body) => Result<Body> | Promise<Result<Body>>>> = {
  throw: () => {
    throw new Error('upstream said +15551234567');
  },
  reject: () => Promise.reject(new TypeError('reading x')),
  hang: () => new Promise(() => undefined),
  replay: (body) => replay(body),
  'in flight': () => fail('in_flight', 'Already on it.', { retryAfterSeconds: 3 }),
  leak: (body) => ok({ ...body, secret: 'not in the contract' }),
  'break contract': (body) => ok(Object.assign(body, { queue: 7 })),
};

export const sample = implement(sampleContract, async (input, { queue }: SamplePorts, caller) => {
  const body: Body = { success: true, received: input, identity: caller?.identity ?? '', queue };
  const act = ACTS[input.note ?? ''];
  return act ? act(body) : ok(body, 201);
});

export const sampleWiring = wire({
  service: 'sample-service',
  version: '1.2.3',
  config: {
    queue: required(matching(TaskQueueSid), {
      names: ['SAMPLE_QUEUE', 'OLD_SAMPLE_QUEUE'],
      description: 'A queue.',
    }),
    greeting: withDefault(text, 'hello', { names: ['GREETING'], description: 'A greeting.' }),
  },
  ports: ({ config, ...base }): SamplePorts => ({ ...base, queue: config.queue }),
});
