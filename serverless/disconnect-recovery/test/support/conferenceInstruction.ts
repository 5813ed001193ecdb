import * as z from 'zod/mini';
import { NUMBER, type Centre } from './centre';

const Status = z.object({ statusCode: z.number() });

/**
 * Accepts a call as Flex does, with what the plugin puts into `conferenceOptions`. Not by the SDK's method, whose types know
 * no `modify`; Flex's own client sends it.
 */
export async function acceptCall(
  { client, sids }: Centre,
  { taskSid, reservationSid }: { readonly taskSid: string; readonly reservationSid: string },
  serviceUrl: string,
): Promise<void> {
  const workspace = `https://taskrouter.twilio.com/v1/Workspaces/${sids.workspaceSid}`;
  const answer: unknown = await client.request({
    method: 'post',
    uri: `${workspace}/Tasks/${taskSid}/Reservations/${reservationSid}`,
    headers: {},
    data: {
      Instruction: 'conference',
      From: NUMBER,
      EndConferenceOnExit: 'false',
      EndConferenceOnCustomerExit: 'true',
      ConferenceStatusCallback: `${serviceUrl}/conference-status-handler#rc=5&rp=all`,
      ConferenceStatusCallbackEvent: ['end', 'join', 'leave', 'modify'],
    },
  });
  const { statusCode } = Status.parse(answer);
  if (statusCode !== 200) throw new Error(`The call was not accepted: ${statusCode}`);
}
