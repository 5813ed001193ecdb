import type * as Flex from '@twilio/flex-ui';
import { readPing } from '../offers/readOffer';
import type { StringKey } from '../strings';

type Flexes = Pick<typeof Flex, 'DefaultTaskChannels' | 'TaskChannels'>;

const TEXT: StringKey = 'PatchbayRecoveryPing';

/** Has a recovery ping look like what it is, and ring like nothing: it is on the call channel and is no call. */
export function registerPingChannel({ DefaultTaskChannels, TaskChannels }: Flexes): void {
  const channel = DefaultTaskChannels.createDefaultTaskChannel(
    'patchbay-recovery-ping',
    ({ attributes }) => readPing(attributes) !== undefined,
    'GenericTask',
    'GenericTaskBold',
  );
  const templates = channel.templates ?? {};
  TaskChannels.register({
    ...channel,
    templates: {
      ...templates,
      TaskListItem: { ...templates.TaskListItem, firstLine: TEXT },
      IncomingTaskCanvas: { ...templates.IncomingTaskCanvas, firstLine: TEXT },
      TaskCanvasHeader: { ...templates.TaskCanvasHeader, title: TEXT },
      TaskCard: { ...templates.TaskCard, firstLine: TEXT },
    },
  });
}
