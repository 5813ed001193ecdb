import React, { type ReactElement, type ReactNode } from 'react';
import { render } from '@testing-library/react';
import { CustomizationProvider } from '@twilio-paste/core/customization';

const Paste = ({ children }: { readonly children?: ReactNode }) => (
  <CustomizationProvider baseTheme="default">{children}</CustomizationProvider>
);

/** Draws within Paste's theme, as Flex does. `root` is what the view itself draws into. */
export function renderInPaste(view: ReactElement) {
  const drawn = render(view, { wrapper: Paste });
  const root = (): Element => {
    const themed = drawn.container.firstElementChild;
    if (themed === null) throw new Error('Nothing is drawn.');
    return themed;
  };
  return { ...drawn, root };
}
