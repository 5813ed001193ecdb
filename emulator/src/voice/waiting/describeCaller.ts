import type { Call } from '../model';

const geography = (who: string): Record<string, string> => ({
  [`${who}_city`]: '',
  [`${who}_country`]: 'US',
  [`${who}_state`]: '',
  [`${who}_zip`]: '',
});

/** What `<Enqueue workflowSid>` adds to the task's attributes: the call's own parameters, in snake_case. */
export const describeCaller = (accountSid: string, call: Call): Record<string, string> => ({
  account_sid: accountSid,
  api_version: '2010-04-01',
  call_sid: call.sid,
  call_status: call.status,
  called: call.to,
  caller: call.from,
  direction: call.direction,
  from: call.from,
  to: call.to,
  ...geography('called'),
  ...geography('caller'),
  ...geography('from'),
  ...geography('to'),
});
