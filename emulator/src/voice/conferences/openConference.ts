import { ENDED_KEPT } from '../limits';
import type { Callback, Conference } from '../model';
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
  forgetOldest(state);
  return conference;
}

function forgetOldest({ conferences }: VoiceState): void {
  let surplus = [...conferences.values()].filter(({ status }) => status === 'completed').length - ENDED_KEPT;
  for (const { sid, status } of conferences.values()) {
    if (surplus <= 0) return;
    if (status !== 'completed') continue;
    conferences.delete(sid);
    surplus -= 1;
  }
}
