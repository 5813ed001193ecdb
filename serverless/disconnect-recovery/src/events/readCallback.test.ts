import { CONFERENCE, CUSTOMER, newTask } from '../../test/world/people';
import { readCallback, type Callback } from './readCallback';

const callback: Callback = {
  ConferenceSid: CONFERENCE,
  FriendlyName: newTask(1),
  StatusCallbackEvent: 'participant-leave',
  Timestamp: 'Fri, 27 Nov 2026 16:00:01 +0000',
  CallSid: CUSTOMER,
};
const given = { now: 5, dropId: 'a drop' };

describe('a conference callback', () => {
  it.each([
    ['participant_hung_up', 'hung_up'],
    ['participant_updated_via_api', 'moved'],
    ['conference_ended_via_api', 'ended'],
    ['moderator_ended_conference', 'ended'],
    ['participant_add_failed', 'removed'],
    [undefined, 'hung_up'],
  ])('of a leg that left because of %s says %s', (ReasonParticipantLeft, why) => {
    expect(readCallback({ ...callback, ReasonParticipantLeft }, given)).toEqual({
      taskSid: newTask(1),
      event: { type: 'left', callSid: CUSTOMER, why, at: Date.UTC(2026, 10, 27, 16, 0, 1), dropId: 'a drop' },
    });
  });

  it('without a time happened now', () => {
    expect(readCallback({ ...callback, Timestamp: undefined }, given)?.event).toMatchObject({ at: 5 });
  });

  it('of a leg that may end the conference says so, of one that may not nothing', () => {
    const modify = { ...callback, StatusCallbackEvent: 'participant-modify' };

    expect(readCallback({ ...modify, EndConferenceOnExit: 'true' }, given)?.event.type).toBe('exit_flag_set');
    expect(readCallback({ ...modify, EndConferenceOnExit: 'false' }, given)).toBeUndefined();
  });

  it.each([
    ['somebody’s meeting', { FriendlyName: 'weekly' }],
    ['an event of no interest', { StatusCallbackEvent: 'participant-speech-start' }],
    ['nobody', { CallSid: undefined }],
  ])('of %s means nothing', (_what, change) => {
    expect(readCallback({ ...callback, ...change }, given)).toBeUndefined();
  });

  it('of an ended conference says whether somebody ended it', () => {
    const end = { ...callback, StatusCallbackEvent: 'conference-end' };

    expect(readCallback({ ...end, ReasonConferenceEnded: 'conference-ended-via-api' }, given)?.event).toEqual(
      {
        type: 'conference_ended',
        byApi: true,
      },
    );
    expect(readCallback({ ...end, ReasonConferenceEnded: 'last-participant-left' }, given)?.event).toEqual({
      type: 'conference_ended',
      byApi: false,
    });
  });
});
