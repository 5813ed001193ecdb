import type { Notification, Notifications } from '@twilio/flex-ui';

type Registry = Pick<typeof Notifications, 'registeredNotifications' | 'registerNotification'>;

/**
 * Registers a notification once. Of one that is there already, Flex's own or ours, only what it says is changed,
 * which is how Flex's documentation says a standard notification is changed.
 */
export function registerNotification(
  registry: Registry,
  notification: Notification & { readonly content: NonNullable<Notification['content']> },
): void {
  const existing = registry.registeredNotifications.get(notification.id);
  if (existing === undefined) registry.registerNotification(notification);
  else existing.content = notification.content;
}
