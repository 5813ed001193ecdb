import type { Notification } from '@twilio/flex-ui';
import type { Reading } from './readFeature';
import { runPlugin } from './runPlugin';

const MINUTES_5 = 5 * 60_000;
const strings = { Greeting: 'Hello', Unusable: 'Set {{names}}' };

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A page with a plugin whose address an administrator may set. */
function open(url?: string) {
  const uiAttributes: { url?: string | undefined } = { url };
  const happened: string[] = [];
  const registeredNotifications = new Map<string, Notification>();
  const flex = {
    registeredNotifications,
    registerNotification: (notification: Notification) => {
      registeredNotifications.set(notification.id, notification);
    },
    showNotification: (id: string, context?: object) => {
      const notification = registeredNotifications.get(id) ?? null;
      happened.push(`showed ${notification?.id ?? 'nothing'}: ${JSON.stringify(context)}`);
      return notification;
    },
  };
  const manager = {
    configuration: {},
    serviceConfiguration: { ui_attributes: uiAttributes },
    fetchConfiguration: jest.fn(() => Promise.resolve({})),
    user: { token: 'a-flex-token' },
    strings: { Greeting: 'Guten Tag' },
  };
  const read = (sources: readonly object[]): Reading<string> => {
    const [, attributes] = sources;
    const found = attributes && 'url' in attributes ? attributes.url : undefined;
    if (found === 'off') return { kind: 'off' };
    return typeof found === 'string' ? { kind: 'on', settings: found } : { kind: 'unusable', names: ['url'] };
  };
  const stop = runPlugin(flex, manager, {
    read,
    strings,
    notifications: () => [{ id: 'Unusable', content: 'Unusable' }],
    unusableId: 'Unusable',
    start: ({ say, settings }, first) => {
      happened.push(
        `started with ${first}, ${[...registeredNotifications.keys()].join()}: ${say('Greeting')}`,
      );
      settings.subscribe(() => happened.push(`now ${String(settings.current())}`));
      return () => happened.push('stopped');
    },
  });
  return {
    happened,
    manager,
    stop,
    /** An administrator changes the configuration; pages fetch it every five minutes. */
    change: async (next: string) => {
      uiAttributes.url = next;
      await jest.advanceTimersByTimeAsync(MINUTES_5);
    },
  };
}

describe('a plugin', () => {
  it('starts with its texts and notifications, a customer’s own wording first', () => {
    const { happened } = open('A');

    expect(happened).toEqual(['started with A, Unusable: Guten Tag']);
  });

  it('says what is wrong with its settings, and starts when that is put right', async () => {
    const { happened, change } = open();

    await change('A');

    expect(happened.slice(0, 2)).toEqual([
      'showed Unusable: {"names":"url"}',
      'started with A, Unusable: Guten Tag',
    ]);
  });

  it('leaves Flex as it is while it is switched off', () => {
    const { happened, manager } = open('off');

    expect([happened, manager.strings]).toEqual([[], { Greeting: 'Guten Tag' }]);
  });

  it('hears of later changes, and has no settings while it is switched off', async () => {
    const { happened, change } = open('A');

    await change('B');
    await change('off');

    expect(happened.slice(1)).toEqual(['now B', 'now undefined']);
  });

  it('stops, and looks at the configuration no more', async () => {
    const { happened, manager, stop, change } = open('A');

    stop();
    await change('B');

    expect(happened.slice(1)).toEqual(['stopped']);
    expect(manager.fetchConfiguration).not.toHaveBeenCalled();
  });
});
