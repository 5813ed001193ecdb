import {
  conferenceStatusHandlerContract,
  disconnectRecoveryContracts,
  removeWorkerFromConferenceStateContract,
} from './index';

const sid = (prefix: string): string => prefix + '0'.repeat(32);

describe('the disconnect recovery contracts', () => {
  it('have a path each', () => {
    const names = disconnectRecoveryContracts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('take a deregistration without intent as a hang-up', () => {
    const request = { taskSid: sid('WT'), workerSid: sid('WK') };
    expect(removeWorkerFromConferenceStateContract.request.parse(request).intent).toBe('hangup');
  });

  it("take a callback of somebody else's conference, and whatever else Twilio sends with it", () => {
    const callback = {
      ConferenceSid: sid('CF'),
      FriendlyName: 'the weekly meeting',
      StatusCallbackEvent: 'participant-speech-start',
      Coaching: 'false',
    };
    expect(conferenceStatusHandlerContract.request.parse(callback)).toEqual(callback);
  });

  it('only let supervisors and admins see everybody’s recoveries', () => {
    expect(disconnectRecoveryContracts.find(({ name }) => name === 'recoveries')?.access).toEqual({
      kind: 'flex-user',
      roles: ['supervisor', 'admin'],
    });
  });
});
