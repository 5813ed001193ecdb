import { forgetOldest } from '../forgetOldest';
import { ENDED_KEPT, PARTICIPANTS_MAX } from '../limits';
import type { Conference } from '../model';
import type { VoiceState } from '../state';

/** The live conference of that name, if there is one: names are free again once it has ended. */
export const findLiveConference = (
  { conferences }: Pick<VoiceState, 'conferences'>,
  friendlyName: string,
): Conference | undefined =>
  [...conferences.values()].find(
    (conference) => conference.friendlyName === friendlyName && conference.status !== 'completed',
  );

/** The live conference of that name, or a new one nobody has joined yet. */
export function openConference(state: VoiceState, friendlyName: string): Conference {
  const live = findLiveConference(state, friendlyName);
  if (live) return live;
  const now = state.clock.now();
  const conference: Conference = {
    sid: state.context.random.sid('CF'),
    friendlyName,
    dateCreated: now,
    callback: null,
    maxParticipants: PARTICIPANTS_MAX,
    dateUpdated: now,
    status: 'init',
    hasStarted: false,
    participants: new Map(),
    reasonEnded: null,
    endedBy: null,
    announcement: null,
    sequence: 1,
  };
  state.conferences.set(conference.sid, conference);
  forgetOldest(state.conferences, ({ status }) => status === 'completed', ENDED_KEPT);
  return conference;
}
