import type { Twilio } from 'twilio';

/** Makes a subscription one to exactly these types. New ones first: an event too many does no harm, one too few does. */
export async function subscribeTo(client: Twilio, sid: string, types: readonly string[]): Promise<void> {
  const { subscribedEvents } = client.events.v1.subscriptions(sid);
  const present = (await subscribedEvents.list({ pageSize: 1000 })).map(({ type }) => type);
  for (const type of types.filter((wanted) => !present.includes(wanted))) {
    await subscribedEvents.create({ type });
  }
  for (const type of present.filter((subscribed) => !types.includes(subscribed))) {
    await client.events.v1.subscriptions(sid).subscribedEvents(type).remove();
  }
}
