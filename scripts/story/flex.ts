import {
  ATTRIBUTION_CHANNEL,
  ATTRIBUTION_WORKFLOW,
} from '../../serverless/attribution-transfer/src/workspace';
import type { BuiltPlugin } from '../plugins/builtPlugin';
import type { StackFlex } from '../stack/model';
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
        enabled: true,
        url: services.find(({ name }) => name === 'attribution-transfer')?.origin,
        taskChannel: ATTRIBUTION_CHANNEL,
        attributionWorkflowSid: sidOf(seeded.workflows, ATTRIBUTION_WORKFLOW),
      },
    },
  }),
});
