import { describeCall } from '../describeCall';
import type { Conference, Hears, Participant } from '../model';
import { fetchTwiml, type TwimlUrl } from '../program/fetchTwiml';
import { playDocument, type Audience } from '../program/playDocument';
import type { VoiceState } from '../state';
import { TwimlError } from '../twiml/parseTwiml';

export interface Announcement extends TwimlUrl {
  readonly conference: Conference;
  /** Null to tell everyone. */
  readonly participant: Participant | null;
}

/** Plays what a URL says to everyone in a conference or to one of them; a later announcement takes its place. */
export async function announce(state: VoiceState, announcement: Announcement): Promise<void> {
  const { conference, participant, url } = announcement;
  const { accountSid } = state.context;
  const target = participant ?? conference;
  const form = participant ? describeCall(accountSid, participant.call) : { AccountSid: accountSid };
  const playing: { sound: Hears | null } = { sound: null };
  const audience: Audience = {
    isThere: () =>
      conference.status !== 'completed' && (playing.sound === null || target.announcement === playing.sound),
    hear(sound) {
      playing.sound = sound;
      target.announcement = sound;
    },
    fetch: (source) => fetchTwiml(state.context, source, form),
  };
  const finish = (reason?: string): void => {
    if (!audience.isThere()) return;
    if (playing.sound) target.announcement = null;
    const told = { conference, participant: presentIn(conference, participant), url };
    if (reason === undefined) state.events.emit({ type: 'announcement-ended', ...told });
    else if (state.options.announcementFailures === 'told')
      state.events.emit({ type: 'announcement-failed', ...told, reason });
  };
  try {
    await playDocument(state.clock, audience, announcement);
    finish();
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    state.alert(error.code, `${error.message} (announcement in conference ${conference.sid})`);
    finish(error.message);
  }
}

/** Callbacks describe the participant only while it is there (TwiML: Conference, statusCallback parameters). */
const presentIn = ({ participants }: Conference, participant: Participant | null): Participant | null =>
  participants.get(participant?.call.sid ?? '') ?? null;
