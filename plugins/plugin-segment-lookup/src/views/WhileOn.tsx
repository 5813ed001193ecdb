import React, { type ReactNode } from 'react';
import { useLive, type LiveSettings } from '@patchbay/plugin-kit';

interface Props {
  readonly settings: LiveSettings<unknown>;
  readonly children: ReactNode;
}

/** Shows something while the plugin is switched on; an administrator switches it off on open pages, too. */
export const WhileOn = ({ settings, children }: Props) => (
  <>{useLive(settings, () => settings.current() !== undefined) ? children : null}</>
);
