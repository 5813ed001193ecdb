import type { Random } from '../kernel/random';
import { describeEvent, resourceOf, summarizeEvent } from '../taskrouter/callbacks';
import type { TaskRouterEvent, TaskRouterEventType } from '../taskrouter/engine/events';
import { EVENT_TYPES, TASKROUTER_SCHEMA } from './catalogue';
import type { StreamEvent } from './model';

/** The name of a TaskRouter event type in Event Streams, or undefined when its catalogue has no such type. */
export function streamTypeOf(type: TaskRouterEventType): string | undefined {
  // The one type whose name differs from that of the callbacks.
  const name = type === 'task-queue.expression.updated' ? 'task-queue.expression-updated' : type;
  const streamType = `com.twilio.taskrouter.${name}`;
  return EVENT_TYPES.has(streamType) ? streamType : undefined;
}

/**
 * A TaskRouter event as Event Streams tells it. Attributes stay JSON texts, numbers and booleans stay themselves
 * (unlike the callbacks' form).
 */
export function toStreamEvent(
  accountSid: string,
  random: Random,
  type: string,
  event: TaskRouterEvent,
): StreamEvent {
  const timestamp = new Date(event.at).toISOString();
  return {
    id: random.sid('EZ'),
    type,
    source: event.workspace.sid,
    at: event.at,
    data: {
      sid: event.sid,
      name: toName(event.type),
      account_sid: accountSid,
      account_friendly_name: 'Local Twilio',
      parent_account_sid: accountSid,
      parent_friendly_name: 'Local Twilio',
      timestamp,
      level: 'INFO',
      group: event.type.split('.', 1)[0],
      product_name: 'TaskRouter',
      publisher: 'Flex Task Assignment',
      publisher_metadata: {},
      payload_type: TASKROUTER_SCHEMA,
      payload: toPayload(event, timestamp),
    },
  };
}

function toPayload(event: TaskRouterEvent, timestamp: string) {
  const resource = resourceOf(event);
  return {
    sid: event.sid,
    eventtype: event.type,
    event_description: summarizeEvent(event),
    account_sid: event.workspace.accountSid,
    timestamp,
    workspace_sid: event.workspace.sid,
    workspace_name: event.workspace.friendlyName,
    resource_type: resource.type,
    resource_sid: resource.sid,
    ...describeEvent(event),
  };
}

/** e.g. `ReservationCreated` for `reservation.created`. */
const toName = (type: string): string =>
  type.replace(/(?:^|[.-])([a-z])/g, (_match, letter: string) => letter.toUpperCase());
