import {
  cryptoIds,
  readConfig,
  startDeadline,
  syncStore,
  taskRouterPort,
  twilioApi,
  voicePort,
  workersPort,
  type FlexUser,
  type Log,
  type TwilioApi,
} from '@patchbay/shared';
import { WorkerSid } from '@patchbay/shared/contracts';
import type { RecoveryPorts } from '../../src/ports';
import { wiring } from '../../src/wiring';
import type { Centre } from './centre';

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => silent,
  note: () => undefined,
};

export interface PortOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly through?: (api: TwilioApi) => TwilioApi;
  readonly deadlineMs?: number;
  readonly log?: Log;
}

/** The ports of one request as the functions get them, on the local Twilio's clock. */
export function portsOf(
  centre: Centre,
  { env = {}, through = (api) => api, deadlineMs = 8_000, log = silent }: PortOptions = {},
): RecoveryPorts {
  const { clock } = centre.local;
  const config = readConfig({ ...centre.env, ...env }, wiring.config);
  const deadline = startDeadline(clock, deadlineMs);
  // Time stands still: a pause before a repeat would never end.
  const sleep = () => Promise.resolve();
  const api = through(twilioApi({ client: centre.client, deadline, sleep }));
  const { workspaceSid, accountSid } = config;
  return {
    clock,
    ids: cryptoIds,
    log,
    deadline,
    settings: config,
    taskRouter: taskRouterPort({ api, workspaceSid }),
    workers: workersPort({ api, workspaceSid }),
    voice: voicePort({ api, accountSid }),
    store: syncStore({ api, serviceSid: config.syncServiceSid, clock }),
    forward: () => Promise.resolve(),
  };
}

/** A person of the centre as a caller whose token was good. */
export function caller({ sids }: Centre, name: string): FlexUser {
  const worker = WorkerSid.safeParse(sids.workers[name]);
  return {
    identity: name,
    roles: name === 'sam' ? ['supervisor'] : ['agent'],
    ...(worker.success && { workerSid: worker.data }),
  };
}
