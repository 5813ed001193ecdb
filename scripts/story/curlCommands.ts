import type { Stack } from '../stack/model';

/** Commands to paste into a shell, with tokens that work. */
export function curlCommands({ twilio, seeded, services }: Stack): readonly string[] {
  const token = (name: string): string => seeded.identities[name]?.token ?? '';
  const account = `-u ${twilio.accountSid}:${twilio.authToken}`;
  const taskRouter = `${twilio.origin}/_host/taskrouter.twilio.com/v1/Workspaces/${seeded.workspaceSid}`;
  return [
    '# What Twilio has',
    `curl -s ${account} '${taskRouter}/Tasks'`,
    `curl -s ${account} '${taskRouter}/Workers'`,
    '# What Twilio saw',
    `curl -s '${twilio.origin}/_emulator/journal'`,
    ...services.flatMap(({ name, origin }) => [
      `# ${name}`,
      `curl -s ${origin}/health`,
      `curl -s ${origin}/attribution-status -d taskSid=WT${'0'.repeat(32)} -d Token=${token('sam')}`,
    ]),
    '# The next three creates of tasks are throttled',
    `curl -s ${twilio.origin}/_emulator/faults -H 'content-type: application/json' -d '${JSON.stringify({
      match: { host: 'taskrouter', method: 'POST', path: '/v1/Workspaces/*/Tasks' },
      times: 3,
      effect: { type: 'status', status: 429, code: 20429, retryAfter: 1 },
    })}'`,
  ];
}
