import { createAdminClient, createCustomer, once, type Caller } from '@patchbay/emulator/testing';
import type { Reservation } from 'twilio-taskrouter';
import * as z from 'zod/mini';
import type { Scene } from '../scene';

const Seen = z.object({
  status: z.string(),
  with: z.array(z.string()),
  hears: z.catchall(z.object({}), z.unknown()),
});
type Seen = z.infer<typeof Seen>;

/** A customer calls the contact centre's number. */
export const callIn = ({ stack }: Scene, name: string, from: string): Promise<Caller> =>
  createCustomer(createAdminClient(stack.twilio.origin)).call({ from, name, attributes: { name } });

/** How the caller is once it is as wanted; a call that ended instead is shown as it is. */
export async function untilCaller(
  caller: Caller,
  what: string,
  holds: (seen: Seen) => boolean,
): Promise<Seen> {
  const isSo = (seen: unknown): boolean => {
    const call = z.parse(Seen, seen);
    return call.status === 'completed' || holds(call);
  };
  return z.parse(Seen, await caller.until(what, isSo));
}

export const isWith =
  (name: string) =>
  ({ with: others }: Seen): boolean =>
    others.join() === name;

/** The customer hangs up, and the agent is done with the call. */
export async function endCall(caller: Caller, call: Reservation): Promise<void> {
  const wrapping = once(call, 'wrapup');
  await caller.hangUp();
  await wrapping;
  await call.complete();
}
