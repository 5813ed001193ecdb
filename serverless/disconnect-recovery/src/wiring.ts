import { accountSettings, contextApi, wire, type AccountSettings } from '@patchbay/shared';
import { version } from '../package.json';
import { forwardCallback } from './events/forwardCallback';
import type { RecoveryPorts } from './ports';
import { recoveryPorts } from './recoveryPorts';
import { settings, type Settings } from './settings';

/** How the functions of this service get their settings and ports. */
export const wiring = wire<Settings & AccountSettings, RecoveryPorts>({
  service: 'disconnect-recovery',
  version,
  config: { ...settings, ...accountSettings },
  ports: ({ config, context, ...base }) =>
    recoveryPorts(contextApi(config, context, base.deadline), config, {
      ...base,
      forward: (url, form) =>
        forwardCallback({ authToken: config.authToken, deadline: base.deadline }, url, form),
    }),
});
