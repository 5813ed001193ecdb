import { parseArgs } from 'node:util';

export const USAGE = `npm run provision -- plan | apply | destroy | status [options]

  --only SERVICE            attribution-transfer or disconnect-recovery; both unless given, may be repeated
  --affiliations A,B        the companies of attribution transfer; else AFFILIATIONS
  --voice-workflow NAME     a workflow of calls that gets "Direct to an Agent" on top, may be repeated
  --everyone-queue NAME     the queue every agent is in; Everyone unless given
  --domain SERVICE=HOST     where a service is deployed: its events go there, may be repeated
  --write-env               writes what each service needs to serverless/<service>/.env, other lines stay
  --yes                     also changes what this command did not make

Credentials: TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or with TWILIO_API_KEY and TWILIO_API_SECRET; from the
environment or .env. WORKSPACE_SID and SYNC_SERVICE_SID where there is a choice.

Exit code: 0 done, or nothing to do; 1 failed; 2 somebody has to agree first (--yes); 3 plan: there is something to do.`;

const COMMANDS = ['plan', 'apply', 'destroy', 'status'] as const;
export type Command = (typeof COMMANDS)[number];
export const PROVISIONED = ['attribution-transfer', 'disconnect-recovery'] as const;
export type Provisionable = (typeof PROVISIONED)[number];

export interface ProvisionOptions {
  readonly command: Command;
  readonly services: readonly Provisionable[];
  readonly affiliations: string | undefined;
  readonly voiceWorkflows: readonly string[];
  readonly everyoneQueue: string;
  /** Host names by service. */
  readonly domains: ReadonlyMap<Provisionable, string>;
  readonly writeEnvironment: boolean;
  readonly yes: boolean;
}

/** Reads the command line; throws with how it is used, 'help' answers that. */
export function readOptions(args: readonly string[]): ProvisionOptions | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true, default: [...PROVISIONED] },
        affiliations: { type: 'string' },
        'voice-workflow': { type: 'string', multiple: true, default: [] },
        'everyone-queue': { type: 'string', default: 'Everyone' },
        domain: { type: 'string', multiple: true, default: [] },
        'write-env': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const command = COMMANDS.find((known) => known === positionals[0]);
    if (command === undefined || positionals.length > 1)
      throw new Error('Say plan, apply, destroy or status.');
    return {
      command,
      services: values.only.map(readService),
      affiliations: values.affiliations,
      voiceWorkflows: values['voice-workflow'],
      everyoneQueue: values['everyone-queue'],
      domains: new Map(values.domain.map(readDomain)),
      writeEnvironment: values['write-env'],
      yes: values.yes,
    };
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`, { cause });
  }
}

function readService(name: string): Provisionable {
  const service = PROVISIONED.find((known) => known === name);
  if (service === undefined) throw new Error(`There is nothing to provision for "${name}".`);
  return service;
}

function readDomain(text: string): [Provisionable, string] {
  const [service = '', host = ''] = text.split('=');
  if (!/^[a-z\d.-]+\.[a-z]+$/i.test(host)) {
    throw new Error(
      `--domain ${text}: must be SERVICE=HOST, e.g. disconnect-recovery=recovery-1234-dev.twil.io`,
    );
  }
  return [readService(service), host];
}
