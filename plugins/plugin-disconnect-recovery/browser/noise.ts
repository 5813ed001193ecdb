import type { Allowance } from '@patchbay/emulator/browser';

/** What a page without a network writes to its console, Flex and its SDKs alike. */
export const offline: readonly Allowance[] = [
  { kind: 'console error', text: /Failed to load resource|ERR_/, because: 'the network is cut' },
];
