import React from 'react';
import { act, render } from '@testing-library/react';
import { liveSettings } from '@patchbay/plugin-kit';
import { WhileOn } from './WhileOn';

it('takes what is shown away when the plugin is switched off, and brings it back', () => {
  let [isOn, change] = [true, (): void => undefined];
  const settings = liveSettings(
    () => (isOn ? { kind: 'on', settings: { url: 'https://a.example', enabled: true } } : { kind: 'off' }),
    (listener) => {
      change = listener;
      return () => undefined;
    },
  );
  const { container } = render(<WhileOn settings={settings}>shown</WhileOn>);
  const seen = [container.textContent];

  for (isOn of [false, true]) {
    act(change);
    seen.push(container.textContent);
  }

  expect(seen).toEqual(['shown', '', 'shown']);
});
