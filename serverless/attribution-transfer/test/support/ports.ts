import { callPorts, readConfig, twilioApi, type FlexUser, type TwilioApi } from '@patchbay/shared';
import { WorkerSid } from '@patchbay/shared/contracts';
import { basePorts } from '@patchbay/shared/testing';
import type { AttributionPorts } from '../../src/ports';
import { wiring } from '../../src/wiring';
import type { Centre } from './centre';

/** The ports of one request as the functions get them, on the local Twilio's clock. */
export function portsOf(
  { local, env, client }: Centre,
  overrides: Readonly<Record<string, string>> = {},
  through: (api: TwilioApi) => TwilioApi = (api) => api,
): AttributionPorts {
  const settings = readConfig({ ...env, ...overrides }, wiring.config);
  const base = basePorts(local.clock);
  return callPorts(through(twilioApi({ client, deadline: base.deadline })), settings, base);
}

/** A worker of the centre as a caller whose token was good. */
export const caller = ({ sids }: Centre, name: string): FlexUser & { workerSid: WorkerSid } => ({
  identity: name,
  roles: name === 'sam' ? ['supervisor'] : ['agent'],
  workerSid: WorkerSid.parse(sids.workers[name]),
});
