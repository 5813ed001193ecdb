import type { Context } from './carryOut';
import type { SendEvent } from './event';
import type { Claim, Wish } from './transfer';

/** Flex's own transfer, to the agent who accepted, in the mode A wanted. How it went, TaskRouter tells. */
export async function moveCall(
  { flex, sid, call }: Context,
  { receiver, mode }: Claim,
): Promise<SendEvent | undefined> {
  try {
    await flex.transfer(sid, receiver, { ...call.options, mode });
    return undefined;
  } catch (error) {
    return { type: 'move_refused', reason: messageOf(error) };
  }
}

/** Flex's own transfer to the queue, as if there were no attribution. */
export async function queueCall(
  { flex, sid, call, passing }: Context,
  { targetSid, mode }: Wish,
): Promise<SendEvent | undefined> {
  passing.add(sid);
  try {
    await flex.transfer(sid, targetSid, { ...call.options, mode });
    return undefined;
  } catch {
    return { type: 'queueing_failed' };
  } finally {
    passing.delete(sid);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'transfer_failed');
