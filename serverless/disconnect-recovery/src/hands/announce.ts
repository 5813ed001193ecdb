import { addressOf } from '@patchbay/shared';
import type { Call } from '../recovery/call';
import type { CallEvent } from '../recovery/event';
import { conferenceOf } from './conferenceOf';
import type { Reach } from './reach';

/** An asset: it costs no function while hundreds of agents drop. Twilio plays audio as if a `<Play>` named it. */
const RECORDING = '/connection-interrupted.mp3';

/**
 * Tells everybody. Who is on hold hears music, not announcements, and is taken off hold first. 1 write, 1 more per leg on
 * hold, 1 read unless this request has just looked.
 */
export async function announce(reach: Reach, call: Call): Promise<readonly CallEvent[]> {
  const { voice, settings } = reach;
  const legs = reach.legs ?? (await voice.listParticipants(conferenceOf(call)));
  reach.legs = undefined;
  const [first] = legs;
  if (first === undefined) return [{ type: 'conference_ended', byApi: false }];
  const held = legs.filter(({ hold }) => hold);
  await Promise.all(
    held.map(({ conferenceSid, callSid }) =>
      voice.updateParticipant(conferenceSid, callSid, { hold: false }),
    ),
  );
  const url = new URL(settings.announcementUrl ?? RECORDING, addressOf(settings)).href;
  const told = await voice.announce(first.conferenceSid, url);
  return told === 'announced' ? [{ type: 'announced' }] : [{ type: 'conference_ended', byApi: false }];
}
