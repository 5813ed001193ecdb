import { cryptoIds, readConfig, startDeadline, type FlexUser, type Log } from '@patchbay/shared';
import { WorkerSid } from '@patchbay/shared/contracts';
import twilio from 'twilio';
import type { AttributionPorts } from '../../src/ports';
import { wiring } from '../../src/wiring';
import type { Centre } from './centre';

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => silent,
};

/** The ports of one request as the functions get them, on the local Twilio's clock. */
export function portsOf(
  { local, env }: Centre,
  overrides: Readonly<Record<string, string>> = {},
): AttributionPorts {
  const environment = { ...env, ...overrides };
  const { clock } = local;
  return wiring.ports({
    clock,
    ids: cryptoIds,
    log: silent,
    deadline: startDeadline(clock, 8_000),
    correlationId: 'test',
    config: readConfig(environment, wiring.config),
    context: {
      ...environment,
      getTwilioClient: (options) => twilio(local.accountSid, local.authToken, options),
    },
  });
}

/** A worker of the centre as a caller whose token was good. */
export const caller = ({ sids }: Centre, name: string): FlexUser & { workerSid: WorkerSid } => ({
  identity: name,
  roles: name === 'sam' ? ['supervisor'] : ['agent'],
  workerSid: WorkerSid.parse(sids.workers[name]),
});
