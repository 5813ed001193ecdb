import type { CallOnStage, Stage } from '@patchbay/plugin-kit/browser';

/** Calls somebody into the conference of a call; resolves with the name under which the played customer hears of them. */
export async function addThirdParty(
  { stack: { twilio } }: Stage,
  { taskSid }: CallOnStage,
  to: string,
): Promise<string> {
  const response = await fetch(
    `${twilio.origin}/_host/api.twilio.com/2010-04-01/Accounts/${twilio.accountSid}/Conferences/${taskSid}/Participants.json`,
    {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`,
      },
      body: new URLSearchParams({ From: '+15550100100', To: to }),
      signal: AbortSignal.timeout(30_000),
    },
  );
  if (!response.ok) throw new Error(`No third party: ${response.status} ${await response.text()}`);
  return to;
}
