import { callPorts, voicePort, workersPort, type BasePorts, type TwilioApi } from '@patchbay/shared';
import type { RecoveryPorts } from './ports';

/** The ports of one request; all that they ask of Twilio goes through `api`. */
export const recoveryPorts = (
  api: TwilioApi,
  settings: RecoveryPorts['settings'],
  base: BasePorts & Pick<RecoveryPorts, 'forward'>,
): RecoveryPorts => ({
  ...callPorts(api, settings, base),
  workers: workersPort({ api, workspaceSid: settings.workspaceSid }),
  voice: voicePort({ api, accountSid: settings.accountSid }),
});
