import * as z from 'zod/mini';
import { postForm } from './askTwilio';
import type { EventSubscription } from './model';
import type { LocalTwilioProcess } from './startLocalTwilio';

const Created = z.object({ sid: z.string() });

/** Creates an Event Streams sink for a service's function and subscribes it to TaskRouter events; answers the sink's SID. */
export async function subscribeToEvents(
  twilio: LocalTwilioProcess,
  domain: string,
  { path, types, basicAuth }: EventSubscription,
): Promise<string> {
  const destination = `https://${basicAuth === undefined ? '' : `${basicAuth}@`}${domain}${path}`;
  const sink = new URLSearchParams({
    Description: `${domain}${path}`,
    SinkType: 'webhook',
    SinkConfiguration: JSON.stringify({ destination, method: 'POST', batch_events: true }),
  });
  const { sid } = z.parse(Created, await postForm(twilio, 'events.twilio.com', '/v1/Sinks', sink));

  const subscription = new URLSearchParams({ Description: `${domain}${path}`, SinkSid: sid });
  for (const type of types) {
    subscription.append('Types', JSON.stringify({ type: `com.twilio.taskrouter.${type}` }));
  }
  await postForm(twilio, 'events.twilio.com', '/v1/Subscriptions', subscription);
  return sid;
}
