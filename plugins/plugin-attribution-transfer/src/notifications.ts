import type { Notification, NotificationType } from '@twilio/flex-ui';
import type { Told } from './send/command';
import type { ReceptionNews } from './receive/reception';
import type { StringKey } from './strings';

interface About {
  readonly id: string;
  readonly content: StringKey;
  readonly type: `${NotificationType}`;
}

/** Flex's own notification of a transfer that failed, with our text. */
const FAILED: About = { id: 'TransferFailed', content: 'PatchbayTransferFailed', type: 'error' };

const ours = (content: StringKey, type: About['type']): About => ({ id: content, content, type });

const TOLD: Readonly<Record<Told, About>> = {
  transferred: ours('PatchbayTransferDone', 'success'),
  canceled: ours('PatchbayTransferCanceled', 'information'),
  declined: FAILED,
  expired: FAILED,
  failed: FAILED,
  interrupted: FAILED,
  call_ended: ours('PatchbayTransferCallEnded', 'warning'),
  queued: ours('PatchbayTransferQueued', 'information'),
  other_open: ours('PatchbayTransferOtherOpen', 'warning'),
  too_late: ours('PatchbayTransferTooLate', 'warning'),
  not_canceled: ours('PatchbayTransferNotCanceled', 'error'),
};

const NEWS: Readonly<Record<ReceptionNews, About>> = {
  busy: ours('PatchbayAttributionBusy', 'warning'),
  not_accepted: ours('PatchbayAttributionNotAccepted', 'error'),
  coming: ours('PatchbayAttributionComing', 'information'),
  unsure: ours('PatchbayAttributionUnsure', 'warning'),
  over: ours('PatchbayAttributionOver', 'warning'),
  not_coming: ours('PatchbayAttributionNotComing', 'warning'),
};

const UNUSABLE = ours('PatchbayTransferUnusable', 'warning');

/** The ids of what A, B and an administrator are told. */
export const toldToSender = (what: Told): string => TOLD[what].id;
export const toldToReceiver = (what: ReceptionNews): string => NEWS[what].id;
export const UNUSABLE_ID = UNUSABLE.id;

/** Every notification of the plugin, as Flex registers it. */
export const notifications = (
  types: Readonly<Record<About['type'], NotificationType>>,
): readonly (Notification & { readonly content: string })[] =>
  [...new Set([...Object.values(TOLD), ...Object.values(NEWS), UNUSABLE])].map(({ id, content, type }) => ({
    id,
    content,
    type: types[type],
  }));
