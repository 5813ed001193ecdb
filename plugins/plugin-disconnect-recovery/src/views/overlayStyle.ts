import type { CSSProperties } from 'react';

/** Over all of Flex, its notifications included, and dimming it. */
export const overlayStyle: CSSProperties = {
  position: 'fixed',
  inset: 0,
  zIndex: 2_000,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  backgroundColor: 'rgba(8, 14, 39, 0.6)',
};
