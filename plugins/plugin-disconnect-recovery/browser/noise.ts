import type { Allowance } from '@patchbay/emulator/browser';

/** What Alice's page without a network writes to its console, Flex and its SDKs alike. */
export const offline: readonly Allowance[] = (
  ['console error', 'console warning', 'page error'] as const
).map((kind) => ({ kind, text: /^alice: /, because: 'Flex and its SDKs say that they are cut off' }));
