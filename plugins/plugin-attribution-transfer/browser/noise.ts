import type { Allowance } from '@patchbay/emulator/browser';

/** Chromium itself writes a request that failed to the console. */
export const failedRequest = (because: string): Allowance => ({
  kind: 'console error',
  text: /Failed to load resource/,
  because,
});

/** The platform's own answers carry no CORS headers. */
export const unreadable: Allowance = {
  kind: 'console error',
  text: /has been blocked by CORS policy/,
  because: "the platform's own answers carry no CORS headers",
};
