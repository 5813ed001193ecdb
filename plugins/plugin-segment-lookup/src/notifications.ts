import type { Notification, NotificationType } from '@twilio/flex-ui';
import type { StringKey } from './strings';

const UNUSABLE: StringKey = 'PatchbaySegmentsUnusable';

/** The id of what an administrator is told when the plugin is not configured. */
export const UNUSABLE_ID = UNUSABLE;

/** The plugin's only notification; everything else is said where somebody asked. */
export const notification = (
  types: Pick<typeof NotificationType, 'warning'>,
): Notification & { readonly content: string } => ({
  id: UNUSABLE_ID,
  content: UNUSABLE,
  type: types.warning,
});
