import { describeCall } from '../callbackForm';
import { WEBHOOK_TIMEOUT_MS } from '../limits';
import type { Conference, Hears, Participant } from '../model';
import { lengthOf, soundOf } from '../program/sounds';
import type { VoiceState } from '../state';
import { parseTwiml, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';

export interface Announcement {
  readonly conference: Conference;
  /** Null to tell everyone. */
  readonly participant: Participant | null;
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

const AUDIO = /^audio\//;

async function fetchSounds(state: VoiceState, announcement: Announcement): Promise<readonly XmlElement[]> {
  const { url, method, participant } = announcement;
  const { accountSid } = state.context;
  const outcome = await state.context.webhooks.send({
    url,
    method,
    ...(method === 'POST'
      ? { form: participant ? describeCall(accountSid, participant.call) : { AccountSid: accountSid } }
      : {}),
    kind: 'twiml',
    timeoutMs: WEBHOOK_TIMEOUT_MS,
  });
  if (outcome.status !== 200) throw new TwimlError(11_200, `AnnounceUrl was answered with ${outcome.status}`);
  // An audio file itself is fine too; it then is what is played.
  const isAudio = AUDIO.test(outcome.contentType ?? '');
  const verbs = isAudio
    ? [{ name: 'Play', attributes: {}, text: url, children: [] }]
    : parseTwiml(outcome.body);
  const other = verbs.find(({ name }) => !['Say', 'Play', 'Pause', 'Redirect'].includes(name));
  if (other) throw new TwimlError(12_200, `<${other.name}> is no verb for an announcement`);
  return verbs;
}

/** Plays what a URL says to everyone in a conference or to one of them; a later announcement takes its place. */
export async function announce(state: VoiceState, announcement: Announcement): Promise<void> {
  const { conference, participant, url } = announcement;
  const target = participant ?? conference;
  const told = { conference, participant, url };
  try {
    const verbs = await fetchSounds(state, announcement);
    for (const verb of verbs) {
      const sound: Hears = soundOf(verb);
      target.announcement = sound;
      await new Promise<void>((resolve) => {
        state.clock.schedule(lengthOf(verb), resolve);
      });
      if (target.announcement !== sound) return;
    }
    target.announcement = null;
    if (conference.status !== 'completed') state.events.emit({ type: 'announcement-ended', ...told });
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    state.alert(error.code, `${error.message} (conference ${conference.sid})`);
    state.events.emit({ type: 'announcement-failed', ...told, reason: error.message });
  }
}
