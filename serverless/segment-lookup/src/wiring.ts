import {
  sdkClient,
  sleepReally,
  systemClock,
  twilioClient,
  wire,
  type AccountSettings,
} from '@patchbay/shared';
import { about } from './about';
import { newInstance } from './instance';
import type { SegmentPorts } from './ports';
import { segmentPorts } from './segmentPorts';
import type { Settings } from './settings';

const instance = newInstance(systemClock);

/** How the functions of this service get their settings and ports. */
export const wiring = wire<Settings & AccountSettings, SegmentPorts>({
  ...about,
  ports: ({ config, context, ...base }) =>
    segmentPorts({
      ...base,
      config,
      instance,
      client: twilioClient(config, (options) => sdkClient(context, config, options)),
      sleep: sleepReally,
    }),
});
