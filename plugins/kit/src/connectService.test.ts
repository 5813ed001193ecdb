import { connectService } from './connectService';

const first = { url: 'https://first.example', queue: 'A' };

/** A plugin's service whose settings `change` changes, as an administrator does; undefined switches the plugin off. */
function open() {
  let current: typeof first | undefined = first;
  return {
    service: connectService({ user: { token: 'a-flex-token' } }, () => current, first),
    change: (next: typeof first | undefined) => (current = next),
  };
}

it('keeps its clients while its address stays the same, and has the settings of the moment', () => {
  const { service, change } = open();
  const before = service();

  change({ ...first, queue: 'B' });

  expect(service().settings.queue).toBe('B');
  expect([service().client === before.client, service().once === before.once]).toEqual([true, true]);
});

it('has other clients at another address', () => {
  const { service, change } = open();
  const before = service();

  change({ ...first, url: 'https://second.example' });

  expect([service().client === before.client, service().once === before.once]).toEqual([false, false]);
});

it('stays as it was last when the plugin is switched off', () => {
  const { service, change } = open();
  change({ url: 'https://second.example', queue: 'B' });
  const before = service();

  change(undefined);

  expect(service()).toEqual(before);
});

it('is the one of the first settings when the plugin was switched off before anybody asked', () => {
  const { service, change } = open();

  change(undefined);

  expect(service().settings).toBe(first);
});
