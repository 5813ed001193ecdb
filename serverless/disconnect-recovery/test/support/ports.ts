import { readConfig, twilioApi, type FlexUser, type Log, type TwilioApi } from '@patchbay/shared';
import { WorkerSid } from '@patchbay/shared/contracts';
import { basePorts } from '@patchbay/shared/testing';
import type { RecoveryPorts } from '../../src/ports';
import { recoveryPorts } from '../../src/recoveryPorts';
import { wiring } from '../../src/wiring';
import type { Centre } from './centre';

export interface PortOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly through?: (api: TwilioApi) => TwilioApi;
  readonly deadlineMs?: number;
  readonly log?: Log;
}

// Time stands still: a pause before a repeat would never end.
const sleep = () => Promise.resolve();

/** The ports of one request as the functions get them, on the local Twilio's clock. */
export function portsOf(
  centre: Centre,
  { env = {}, through = (api) => api, ...means }: PortOptions = {},
): RecoveryPorts {
  const settings = readConfig({ ...centre.env, ...env }, wiring.config);
  const base = basePorts(centre.local.clock, means);
  const api = through(twilioApi({ client: centre.client, deadline: base.deadline, sleep }));
  return recoveryPorts(api, settings, { ...base, forward: () => Promise.resolve() });
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
