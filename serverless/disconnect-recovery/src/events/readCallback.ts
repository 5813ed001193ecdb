import { CallSid, ConferenceSid, TaskSid } from '@patchbay/shared/contracts';
import type { CallEvent, WhyLeft } from '../recovery/event';

/** The fields we read of a conference callback. */
export interface Callback {
  readonly ConferenceSid: string;
  readonly FriendlyName: string;
  readonly StatusCallbackEvent: string;
  readonly Timestamp?: string | undefined;
  readonly CallSid?: string | undefined;
  readonly EndConferenceOnExit?: string | undefined;
  readonly ReasonParticipantLeft?: string | undefined;
  readonly ReasonConferenceEnded?: string | undefined;
  readonly CallSidEndingConference?: string | undefined;
}

/** What a callback means, and for which call; undefined for conferences and events that are not ours. */
export function readCallback(
  callback: Callback,
  { now, dropId }: { readonly now: number; readonly dropId: string },
): { readonly taskSid: TaskSid; readonly event: CallEvent } | undefined {
  const taskSid = TaskSid.safeParse(callback.FriendlyName);
  const conferenceSid = ConferenceSid.safeParse(callback.ConferenceSid);
  if (!taskSid.success || !conferenceSid.success) return undefined;
  const event = eventOf(callback, conferenceSid.data, now, dropId);
  return event && { taskSid: taskSid.data, event };
}

function eventOf(
  callback: Callback,
  conferenceSid: ConferenceSid,
  now: number,
  dropId: string,
): CallEvent | undefined {
  if (callback.StatusCallbackEvent === 'conference-end') {
    const endedBy = CallSid.safeParse(callback.CallSidEndingConference);
    return {
      type: 'conference_ended',
      byApi: callback.ReasonConferenceEnded === 'conference-ended-via-api',
      ...(endedBy.success && { endedBy: endedBy.data }),
    };
  }
  const leg = CallSid.safeParse(callback.CallSid);
  if (!leg.success) return undefined;
  const callSid = leg.data;
  switch (callback.StatusCallbackEvent) {
    case 'participant-join':
      return { type: 'joined', callSid, conferenceSid };
    case 'participant-leave': {
      const at = Date.parse(callback.Timestamp ?? '') || now;
      return { type: 'left', callSid, why: whyOf(callback.ReasonParticipantLeft), at, dropId };
    }
    case 'participant-modify':
      return callback.EndConferenceOnExit === 'true' ? { type: 'exit_flag_set', callSid } : undefined;
    // What could not be undone while somebody was on hold can be now.
    case 'participant-unhold':
      return { type: 'tick' };
    default:
      return undefined;
  }
}

/** Twilio's reasons. Without one it may be a drop: a look will tell. */
function whyOf(reason: string | undefined): WhyLeft {
  switch (reason) {
    case undefined:
    case 'participant_hung_up':
      return 'hung_up';
    case 'participant_updated_via_api':
      return 'moved';
    case 'conference_ended_via_api':
    case 'moderator_ended_conference':
      return 'ended';
    default:
      return 'removed';
  }
}
