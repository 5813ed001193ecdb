import type { Allowance } from './expectClean';

/** What Flex UI and its SDKs do wherever they run, whatever Twilio answers: never a finding. */
export const ownNoise: readonly Allowance[] = [
  {
    kind: 'page error',
    text: /AbortError The play\(\) request was interrupted by a call to pause\(\)/,
    because:
      'nobody catches the promise of a ringing sound of voice-sdk 2.11.1 (sound.js) that is stopped as it starts',
  },
];
