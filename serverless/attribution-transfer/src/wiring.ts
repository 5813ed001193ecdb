import { accountSettings, callPorts, contextApi, wire, type AccountSettings } from '@patchbay/shared';
import { version } from '../package.json';
import type { AttributionPorts } from './ports';
import { settings, type Settings } from './settings';

/** How the functions of this service get their settings and ports. */
export const wiring = wire<Settings & AccountSettings, AttributionPorts>({
  service: 'attribution-transfer',
  version,
  config: { ...settings, ...accountSettings },
  ports: ({ config, context, ...base }) =>
    callPorts(contextApi(config, context, base.deadline), config, base),
});
