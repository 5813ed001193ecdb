import type { Call } from './model';

/** Geography Twilio reads off a number; the local Twilio has no directory and says so by empty texts. */
const geography = (who: 'From' | 'To' | 'Caller' | 'Called'): Record<string, string> => ({
  [`${who}City`]: '',
  [`${who}Country`]: 'US',
  [`${who}State`]: '',
  [`${who}Zip`]: '',
});

/** What every webhook about a call carries (docs: TwiML, Twilio's request to your application). */
export const describeCall = (accountSid: string, call: Call): Record<string, string> => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  CallSid: call.sid,
  CallStatus: call.status,
  Called: call.to,
  Caller: call.from,
  ...(call.callerName === null ? {} : { CallerName: call.callerName }),
  Direction: call.direction,
  From: call.from,
  To: call.to,
  ...geography('From'),
  ...geography('To'),
  ...geography('Caller'),
  ...geography('Called'),
});
