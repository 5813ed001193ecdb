import type { Attributes } from '@patchbay/shared/contracts';
import { RECOVERY_ID } from '../hands/pingAttributes';
import type { Order } from './order';

/** Names the interrupted task on the task that brings its caller back. */
export const RECOVERED_TASK = 'recoveredTaskSid';

/** Of the interrupted call or of a transfer of it: stale on the new task. */
const STALE = new Set([
  'conference',
  'transferTo',
  'transferAttempt',
  'transferEnded',
  'worker_call_sid',
  'wasPingSuccessful',
  'recoveryAttemptFailed',
  'isReconnect',
  'targetWorkerSid',
  'recordingSid',
]);

/** Twilio's Enqueue adds these itself, of the call as it is now. */
const ADDED_BY_TWILIO = new Set(['call_sid', 'account_sid', 'api_version']);

/**
 * The reconnect task's attributes: the caller's own, without what is stale, with where they are to go. What is above
 * `budget` characters is left out in this order: objects and lists, largest first; then text, longest first; then the
 * rest by name. What routes the call stays, whatever it takes.
 */
export function reconnectAttributes(current: Attributes, order: Order, budget: number): Attributes {
  const own = ownAttributes(current);
  const needed = neededAttributes(current, order);
  const names = Object.keys(own).sort(
    (left, right) => rank(own[right]) - rank(own[left]) || (left < right ? -1 : 1),
  );
  const kept = new Set(names);
  const build = (): Attributes => ({
    ...Object.fromEntries(Object.entries(own).filter(([name]) => kept.has(name))),
    ...needed,
  });
  for (const name of names) {
    if (JSON.stringify(build()).length <= budget) break;
    kept.delete(name);
  }
  return build();
}

/** Objects and lists before text before the rest; among equals the larger first. */
function rank(value: unknown): number {
  const { length } = JSON.stringify(value);
  if (typeof value === 'object' && value !== null) return 2_000_000 + length;
  return typeof value === 'string' ? 1_000_000 + length : length;
}

const ownAttributes = (current: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(current).filter(
      ([name]) =>
        !STALE.has(name) &&
        !ADDED_BY_TWILIO.has(name) &&
        !name.startsWith('disconnected') &&
        name !== 'conversations',
    ),
  );

const neededAttributes = (current: Attributes, order: Order): Attributes => ({
  conversations: conversationsOf(current, order),
  isReconnect: true,
  ...(order.targetWorkerSid !== undefined && { targetWorkerSid: order.targetWorkerSid }),
  ...(order.pingFailed && { recoveryAttemptFailed: true }),
  [RECOVERED_TASK]: order.taskSid,
  [RECOVERY_ID]: order.recoveryId,
});

/** Flex Insights joins tasks by this; a call that has none yet is named by its first task. */
function conversationsOf({ conversations }: Attributes, { taskSid }: Order): Attributes {
  const own = typeof conversations === 'object' && conversations !== null ? conversations : {};
  const id =
    'conversation_id' in own && typeof own.conversation_id === 'string' ? own.conversation_id : taskSid;
  return { conversation_id: id.slice(0, 100) };
}
