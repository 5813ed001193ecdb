import type { Notification, NotificationType } from '@twilio/flex-ui';
import type { StringKey } from './strings';

interface About {
  /** Under the key of its text. */
  readonly id: StringKey;
  readonly type: `${NotificationType}`;
}

const RECONNECTED: About = { id: 'PatchbayRecoveryReconnected', type: 'success' };
const NOT_YET: About = { id: 'PatchbayRecoveryNotYet', type: 'warning' };
const UNUSABLE: About = { id: 'PatchbayRecoveryUnusable', type: 'warning' };

export const RECONNECTED_ID = RECONNECTED.id;
export const NOT_YET_ID = NOT_YET.id;
export const UNUSABLE_ID = UNUSABLE.id;

/** Every notification of the plugin, as Flex registers it. */
export const notifications = (
  types: Readonly<Record<About['type'], NotificationType>>,
): readonly (Notification & { readonly content: string })[] =>
  [RECONNECTED, NOT_YET, UNUSABLE].map(({ id, type }) => ({ id, content: id, type: types[type] }));
