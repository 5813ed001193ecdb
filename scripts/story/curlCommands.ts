import type { Stack } from '../stack/model';
import { serviceOf, sidOf } from './centre';
import type { PlacedCall } from './placeCall';

/** Commands to paste into a shell, with tokens that work, about a call that Carol has. */
export function curlCommands(
  { twilio, seeded, services }: Pick<Stack, 'twilio' | 'seeded' | 'services'>,
  call: PlacedCall,
): readonly string[] {
  const token = (name: string): string => seeded.identities[name]?.token ?? '';
  const account = `-u ${twilio.accountSid}:${twilio.authToken}`;
  const taskRouter = `${twilio.origin}/_host/taskrouter.twilio.com/v1/Workspaces/${seeded.workspaceSid}`;
  const postJson = (url: string, body: object): string =>
    `curl -s ${url} -H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
  const { origin } = serviceOf(services, 'attribution-transfer');
  const transfer = {
    sid: call.reservationSid,
    taskSid: call.taskSid,
    attributes: call.attributes,
    targetSid: sidOf(seeded.taskQueues, 'Support'),
  };
  return [
    '# What Twilio has',
    `curl -s ${account} '${taskRouter}/Tasks'`,
    `curl -s ${account} '${taskRouter}/Workers'`,
    '# What Twilio saw',
    `curl -s '${twilio.origin}/_emulator/journal'`,
    '# Whether the service is set up',
    `curl -s ${origin}/health`,
    '# Carol has one more call. She transfers it; paste it twice: there is one attribution task all the same',
    postJson(`${origin}/create-attribution-task`, {
      Token: token('carol'),
      taskAttributes: { affiliation: 'BPO_B', transfer_task: transfer },
    }),
    '# Sam, the supervisor, looks how far it is',
    `curl -s ${origin}/attribution-status -d taskSid=${call.taskSid} -d Token=${token('sam')}`,
    '# Carol gives up waiting',
    postJson(`${origin}/cancel-attribution-task`, { Token: token('carol'), taskSid: call.taskSid }),
    '# The next three creates of tasks are throttled: paste it, and then the transfer again',
    postJson(`${twilio.origin}/_emulator/faults`, {
      match: { host: 'taskrouter', method: 'POST', path: '/v1/Workspaces/*/Tasks' },
      times: 3,
      effect: { type: 'status', status: 429, code: 20429, retryAfter: 1 },
    }),
  ];
}
