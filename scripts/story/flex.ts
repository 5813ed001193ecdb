import {
  ATTRIBUTION_CHANNEL,
  ATTRIBUTION_WORKFLOW,
} from '../../serverless/attribution-transfer/src/workspace';
import { RECOVERY_PING } from '../../serverless/disconnect-recovery/src/workspace';
import type { BuiltPlugin } from '../plugins/builtPlugin';
import type { RunningService, StackFlex } from '../stack/model';
import { sidOf } from './centre';
import { pages } from './people';

/** The Flex of the contact centre, with these plugins: a page for everybody who has one, and where the services are. */
export const flexOf = (plugins: readonly BuiltPlugin[]): StackFlex => ({
  pages,
  plugins,
  features: ['flex-warm-transfers'],
  uiAttributes: ({ seeded, services }) => ({
    patchbay: {
      attributionTransfer: {
        ...reach(services, 'attribution-transfer'),
        taskChannel: ATTRIBUTION_CHANNEL,
        attributionWorkflowSid: sidOf(seeded.workflows, ATTRIBUTION_WORKFLOW),
      },
      segmentLookup: reach(services, 'segment-lookup'),
      disconnectRecovery: {
        ...reach(services, 'disconnect-recovery'),
        // Twilio's callbacks go another way than the page.
        publicUrl: publicUrlOf(services, 'disconnect-recovery'),
        pingWorkflowSid: sidOf(seeded.workflows, RECOVERY_PING),
      },
    },
  }),
});

/** Where Twilio reaches a service. */
function publicUrlOf(services: readonly RunningService[], service: string): string | undefined {
  const domain = services.find(({ name }) => name === service)?.domain;
  return domain === undefined ? undefined : `https://${domain}`;
}

/** Where a plugin reaches its service; it is switched off where that does not run. */
function reach(services: readonly RunningService[], service: string): object {
  const url = services.find(({ name }) => name === service)?.origin;
  return url === undefined ? { enabled: false } : { enabled: true, url };
}
