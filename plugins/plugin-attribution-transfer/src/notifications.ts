import type { Notification, NotificationType } from '@twilio/flex-ui';
import type { Told } from './send/command';
import type { ReceptionNews } from './receive/reception';
import type { StringKey } from './strings';

interface About {
  readonly id: string;
  readonly type: `${NotificationType}`;
}

/** Under the key of its text. */
const ours = (id: StringKey, type: About['type']): About => ({ id, type });

/** Flex's own notification of a transfer that failed. */
const FAILED: About = { id: 'TransferFailed', type: 'error' };

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

type Content = NonNullable<Notification['content']>;

/** Every notification of the plugin, as Flex registers it; `failure` is what the one of a failed transfer says. */
export const notifications = (
  types: Readonly<Record<About['type'], NotificationType>>,
  failure: Content,
): readonly (Notification & { readonly content: Content })[] =>
  [...new Set([...Object.values(TOLD), ...Object.values(NEWS), UNUSABLE])].map(({ id, type }) => ({
    id,
    content: id === FAILED.id ? failure : id,
    type: types[type],
  }));
