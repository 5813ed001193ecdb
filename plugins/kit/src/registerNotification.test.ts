import type { Notification } from '@twilio/flex-ui';
import { registerNotification } from './registerNotification';

/** Flex's registry, which throws where a notification is registered twice. */
function registry(...existing: readonly Notification[]) {
  const registeredNotifications = new Map(existing.map((notification) => [notification.id, notification]));
  return {
    registeredNotifications,
    registerNotification: (notification: Notification) => {
      if (registeredNotifications.has(notification.id)) throw new Error('Notification already registered');
      registeredNotifications.set(notification.id, notification);
    },
  };
}

describe('a notification', () => {
  it('is registered once, however often it is asked for', () => {
    const flex = registry();

    registerNotification(flex, { id: 'Ours', content: 'OurText' });
    registerNotification(flex, { id: 'Ours', content: 'OurText' });

    expect([...flex.registeredNotifications.values()]).toEqual([{ id: 'Ours', content: 'OurText' }]);
  });

  it('that Flex has itself keeps everything but its text', () => {
    const flex = registry({ id: 'TransferFailed', content: 'TransferFailedNotification', timeout: 7 });

    registerNotification(flex, { id: 'TransferFailed', content: 'OurText' });

    expect(flex.registeredNotifications.get('TransferFailed')).toEqual({
      id: 'TransferFailed',
      content: 'OurText',
      timeout: 7,
    });
  });
});
