import { liveSettings } from './liveSettings';
import type { Reading } from './readFeature';

const on = { kind: 'on', settings: { url: 'https://a.example', enabled: true } } as const;

it('are read anew each time, and are none while the plugin is switched off', () => {
  let reading: Reading<typeof on.settings> = on;
  const settings = liveSettings(
    () => reading,
    () => () => undefined,
  );
  const before = settings.current();

  reading = { kind: 'off' };

  expect([before, settings.current()]).toEqual([on.settings, undefined]);
});

it('tell everybody who listens that they may have changed', () => {
  let change = (): void => undefined;
  const settings = liveSettings(
    () => on,
    (listener) => {
      change = listener;
      return () => undefined;
    },
  );
  const heard: string[] = [];
  settings.subscribe(() => heard.push('first'));
  const stop = settings.subscribe(() => heard.push('second'));

  change();
  stop();
  change();

  expect(heard).toEqual(['first', 'second', 'first']);
});
