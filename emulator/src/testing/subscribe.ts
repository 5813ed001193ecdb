import type { Twilio } from 'twilio';

/** Has Event Streams post these types of TaskRouter's events, e.g. `task.created`, to `destination`: one at a time, or in batches. */
export async function subscribe(
  client: Twilio,
  destination: string,
  events: readonly string[],
  batches = false,
): Promise<void> {
  const sink = await client.events.v1.sinks.create({
    description: 'sink',
    sinkType: 'webhook',
    sinkConfiguration: { destination, method: 'POST', batch_events: batches },
  });
  await client.events.v1.subscriptions.create({
    description: 'subscription',
    sinkSid: sink.sid,
    types: events.map((event) => ({ type: `com.twilio.taskrouter.${event}` })),
  });
}
