import { equipCall, type ConferenceOptions } from './equipCall';

const SERVICE = 'https://recovery-1234.twil.io';

const equipped = (options: ConferenceOptions = {}, url = SERVICE): ConferenceOptions => {
  equipCall(options, url);
  return options;
};

describe('the conference of a call that is accepted', () => {
  it('does not end with the agent, and tells the service who comes and goes', () => {
    expect(equipped({ endConferenceOnExit: true })).toEqual({
      endConferenceOnExit: false,
      conferenceStatusCallback: `${SERVICE}/conference-status-handler#rc=5&rp=all`,
      conferenceStatusCallbackMethod: 'POST',
      conferenceStatusCallbackEvent: 'end join leave modify',
    });
  });

  it('keeps telling whom it told before, of what they wanted to hear', () => {
    const theirs = 'https://other.example/hook?a=1&b=%20#rc=2';
    expect(
      equipped({ conferenceStatusCallback: theirs, conferenceStatusCallbackEvent: 'start, leave' }),
    ).toMatchObject({
      conferenceStatusCallback: `${SERVICE}/conference-status-handler?forwardTo=${encodeURIComponent(theirs)}#rc=5&rp=all`,
      conferenceStatusCallbackEvent: 'end join leave modify start',
    });
  });

  it('takes what Twilio tells by default for what they wanted to hear', () => {
    expect(equipped({ conferenceStatusCallback: 'https://other.example' })).toMatchObject({
      conferenceStatusCallbackEvent: 'end join leave modify start',
    });
  });

  it('is not equipped twice', () => {
    const once = equipped();
    expect(equipped({ ...once })).toEqual(once);
  });

  it('takes an empty callback for none, and an address with a slash for the same address', () => {
    expect(equipped({ conferenceStatusCallback: '' }, `${SERVICE}/`)).toEqual(equipped());
  });

  it('leaves everything else as it is', () => {
    const others: ConferenceOptions & Record<string, unknown> = {
      endConferenceOnCustomerExit: true,
      conferenceRecord: false,
    };
    expect(equipped({ ...others })).toMatchObject(others);
  });
});
