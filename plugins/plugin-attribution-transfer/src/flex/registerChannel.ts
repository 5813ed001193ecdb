import type * as Flex from '@twilio/flex-ui';
import { readAttribution } from '../receive/attribution';
import type { StringKey } from '../strings';

type Flexes = Pick<typeof Flex, 'DefaultTaskChannels' | 'TaskChannels'>;

const FROM: StringKey = 'PatchbayAttributionFrom';

/** Has attribution tasks look like what they are, in lists and headers. */
export function registerChannel(
  { DefaultTaskChannels, TaskChannels }: Flexes,
  isChannel: (uniqueName: string) => boolean,
): void {
  const channel = DefaultTaskChannels.createDefaultTaskChannel(
    'patchbay-attribution',
    ({ taskChannelUniqueName, attributes }) =>
      isChannel(taskChannelUniqueName) && readAttribution(attributes) !== undefined,
    'IncomingTransfer',
    'IncomingTransferBold',
  );
  const templates = channel.templates ?? {};
  TaskChannels.register({
    ...channel,
    templates: {
      ...templates,
      TaskListItem: { ...templates.TaskListItem, firstLine: FROM },
      IncomingTaskCanvas: { ...templates.IncomingTaskCanvas, firstLine: FROM },
      TaskCanvasHeader: { ...templates.TaskCanvasHeader, title: FROM },
      TaskCard: { ...templates.TaskCard, firstLine: FROM },
    },
  });
}
