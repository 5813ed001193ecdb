import type { Callback } from '../callback';
import { forgetOldest } from '../forgetOldest';
import { ENDED_KEPT } from '../limits';
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

/** The live conference of that name, or a new one. Only who creates it sets its callback (TwiML: Conference). */
export function openConference(
  state: VoiceState,
  friendlyName: string,
  callback: Callback | null = null,
): Conference {
  const live = findLiveConference(state, friendlyName);
  if (live) return live;
  const now = state.clock.now();
  const conference: Conference = {
    sid: state.context.random.sid('CF'),
    friendlyName,
    dateCreated: now,
    callback,
    dateUpdated: now,
    status: 'init',
    hasStarted: false,
    participants: new Map(),
    reasonEnded: null,
    callSidEnding: null,
    announcement: null,
    sequence: 1,
  };
  state.conferences.set(conference.sid, conference);
  forgetOldest(state.conferences, ({ status }) => status === 'completed', ENDED_KEPT);
  return conference;
}
