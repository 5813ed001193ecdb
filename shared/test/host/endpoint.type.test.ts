import * as z from 'zod/mini';
import type { TaskQueueSid, TaskSid } from '../../src/contracts';
import { defineContract } from '../../src/contracts';
import type { BasePorts, FlexUser } from '../../src/endpoint';
import { fail, implement, ok } from '../../src/endpoint';
import {
  flag,
  flexUserGate,
  integer,
  optional,
  readConfig,
  required,
  text,
  twilioFunction,
  wire,
} from '../../src/host';
import { sample, sampleContract, sampleWiring } from './sampleEndpoint';

// Compiled, never run: each mistake below must stay one that the compiler finds.
declare function expectType<Type>(value: Type): Type;

const counted = defineContract({
  name: 'counted',
  method: 'POST',
  summary: '',
  access: { kind: 'anyone' },
  request: z.object({ a: z.string(), b: z._default(z.number(), 1) }),
  response: z.object({ n: z.number() }),
  successes: { 200: '' },
  failures: [],
  idempotent: true,
});

// A handler's input and result are the contract's, its caller may be nobody.
implement(counted, (input, _ports: BasePorts, caller) => {
  expectType<{ a: string; b: number }>(input);
  expectType<FlexUser | undefined>(caller);
  // @ts-expect-error the contract has no field c
  expectType<unknown>(input.c);
  // @ts-expect-error nobody has no identity
  expectType<string>(caller.identity);
  return Promise.resolve(ok({ n: 1 }));
});
// @ts-expect-error n is a number
implement(counted, (_input, _ports: BasePorts) => Promise.resolve(ok({ n: '1' })));
// @ts-expect-error no such status
implement(counted, (_input, _ports: BasePorts) => Promise.resolve(ok({ n: 1 }, 204)));
// @ts-expect-error no such code
implement(counted, (_input, _ports: BasePorts) => Promise.resolve(fail('sorry', '')));
// @ts-expect-error a handler is asynchronous
implement(counted, (_input, _ports: BasePorts) => ok({ n: 1 }));
// @ts-expect-error no such access
defineContract({ ...counted, access: { kind: 'everyone' } });
// @ts-expect-error no such failure
defineContract({ ...counted, failures: ['sorry'] });

// SIDs of different kinds don't mix.
implement(sampleContract, ({ taskSid, transfer_task }, _ports: BasePorts) => {
  expectType<TaskSid>(taskSid);
  expectType<TaskQueueSid>(transfer_task.targetSid);
  // @ts-expect-error a task is no queue
  expectType<TaskQueueSid>(taskSid);
  // @ts-expect-error not every text is a SID
  expectType<TaskSid>('WT1');
  return Promise.resolve(fail('not_found', ''));
});

// A service has to provide the ports its endpoints need.
twilioFunction(sample, flexUserGate, sampleWiring);
const poor = wire({ service: '', version: '', config: {}, ports: (scope): BasePorts => scope });
// @ts-expect-error the wiring lacks the port `queue`
twilioFunction(sample, flexUserGate, poor);

// Settings are read with their types.
const about = { names: ['A'] as const, description: '' };
const spec = { n: required(integer(0, 1), about), on: optional(flag, about), t: required(text, about) };
const config = readConfig({}, spec);
expectType<number>(config.n);
expectType<boolean | undefined>(config.on);
// @ts-expect-error an optional setting may be undefined
expectType<boolean>(config.on);
// @ts-expect-error text is no number
expectType<number>(config.t);
