import {
  accountSettings,
  sdkClient,
  syncStore,
  taskRouterPort,
  twilioApi,
  twilioClient,
  voicePort,
  wire,
  workersPort,
  type AccountSettings,
} from '@patchbay/shared';
import { version } from '../package.json';
import { forwardCallback } from './events/forwardCallback';
import type { RecoveryPorts } from './ports';
import { settings, type Settings } from './settings';

/** How the functions of this service get their settings and ports. */
export const wiring = wire<Settings & AccountSettings, RecoveryPorts>({
  service: 'disconnect-recovery',
  version,
  config: { ...settings, ...accountSettings },
  ports: ({ config, context, ...base }) => {
    const client = twilioClient(config, (options) => sdkClient(context, config, options));
    const api = twilioApi({ client, deadline: base.deadline });
    const { workspaceSid, accountSid } = config;
    return {
      ...base,
      settings: config,
      taskRouter: taskRouterPort({ api, workspaceSid }),
      workers: workersPort({ api, workspaceSid }),
      voice: voicePort({ api, accountSid }),
      store: syncStore({ api, serviceSid: config.syncServiceSid, clock: base.clock }),
      forward: (url, form) =>
        forwardCallback({ authToken: config.authToken, deadline: base.deadline }, url, form),
    };
  },
});
