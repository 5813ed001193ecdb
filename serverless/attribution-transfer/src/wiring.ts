import {
  accountSettings,
  sdkClient,
  syncStore,
  taskRouterPort,
  twilioApi,
  twilioClient,
  wire,
  type AccountSettings,
} from '@patchbay/shared';
import { version } from '../package.json';
import type { AttributionPorts } from './ports';
import { settings, type Settings } from './settings';

/** How the functions of this service get their settings and ports. */
export const wiring = wire<Settings & AccountSettings, AttributionPorts>({
  service: 'attribution-transfer',
  version,
  config: { ...settings, ...accountSettings },
  ports: ({ config, context, ...base }) => {
    const client = twilioClient(config, (options) => sdkClient(context, config, options));
    const api = twilioApi({ client, deadline: base.deadline });
    return {
      ...base,
      settings: config,
      taskRouter: taskRouterPort({ api, workspaceSid: config.workspaceSid }),
      store: syncStore({ api, serviceSid: config.syncServiceSid, clock: base.clock }),
    };
  },
});
