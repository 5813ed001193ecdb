import {
  cryptoIds,
  readConfig,
  startDeadline,
  syncStore,
  taskRouterPort,
  twilioApi,
  type FlexUser,
  type Log,
  type TwilioApi,
} from '@patchbay/shared';
import { WorkerSid } from '@patchbay/shared/contracts';
import type { AttributionPorts } from '../../src/ports';
import { wiring } from '../../src/wiring';
import type { Centre } from './centre';

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => silent,
  note: () => undefined,
};

/** The ports of one request as the functions get them, on the local Twilio's clock. */
export function portsOf(
  centre: Centre,
  overrides: Readonly<Record<string, string>> = {},
  through: (api: TwilioApi) => TwilioApi = (api) => api,
): AttributionPorts {
  const { local, env } = centre;
  const { clock } = local;
  const config = readConfig({ ...env, ...overrides }, wiring.config);
  const deadline = startDeadline(clock, 8_000);
  const api = through(twilioApi({ client: centre.client, deadline }));
  return {
    clock,
    ids: cryptoIds,
    log: silent,
    deadline,
    settings: config,
    taskRouter: taskRouterPort({ api, workspaceSid: config.workspaceSid }),
    store: syncStore({ api, serviceSid: config.syncServiceSid, clock }),
  };
}

/** A worker of the centre as a caller whose token was good. */
export const caller = ({ sids }: Centre, name: string): FlexUser & { workerSid: WorkerSid } => ({
  identity: name,
  roles: name === 'sam' ? ['supervisor'] : ['agent'],
  workerSid: WorkerSid.parse(sids.workers[name]),
});
