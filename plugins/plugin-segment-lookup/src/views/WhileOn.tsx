import React, { type ReactNode } from 'react';
import { useLive } from '@patchbay/plugin-kit';
import type { LiveSettings } from '../liveSettings';

interface Props {
  readonly settings: LiveSettings;
  readonly children: ReactNode;
}

/** Shows something while the plugin is switched on; an administrator switches it off on open pages, too. */
export const WhileOn = ({ settings, children }: Props) => (
  <>{useLive(settings, () => settings.current() !== undefined) ? children : null}</>
);
