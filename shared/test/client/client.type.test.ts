import type { Client } from '../../src/client';
import { harmless } from './contracts';

// Compiled, never run: each mistake below must stay one that the compiler finds.
declare function expectType<Type>(value: Type): Type;

export async function callWithTypes(client: Client): Promise<void> {
  const result = await client.call(harmless, { taskSid: 'WT1' });
  // @ts-expect-error whether there is a body depends on `ok`
  expectType<unknown>(result.body);
  if (result.ok) {
    expectType<number>(result.body.n);
    // @ts-expect-error a success has no code
    expectType<unknown>(result.code);
    // @ts-expect-error the contract's response has no such field
    expectType<unknown>(result.body.other);
    return;
  }
  expectType<string>(result.message);
  if (result.code === 'network' || result.code === 'in_flight') return;
  // @ts-expect-error no such code
  if (result.code === 'sorry') return;

  // @ts-expect-error taskSid is missing
  await client.call(harmless, {});
  // @ts-expect-error no such mode
  await client.call(harmless, { taskSid: 'WT1', mode: 'HOT' });
  // @ts-expect-error no such field
  await client.call(harmless, { taskSid: 'WT1', taskSId: 'WT1' });
}
