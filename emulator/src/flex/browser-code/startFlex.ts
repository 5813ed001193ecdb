/** The last script of a local Flex page: starts Flex UI with what the page was given. */
// Its types say what `window.Twilio.Flex` is; nothing of it is bundled here.
import type { Config } from '@twilio/flex-ui';

declare global {
  interface Window {
    /** Flex's own name for its configuration. */
    readonly appConfig: Config;
  }
}

const { Flex } = window.Twilio;

Flex.progress('#container');
Flex.runDefault(window.appConfig, '#container').then(
  () => {
    // For those who wait for Flex from outside: its time is the milliseconds since the page began to load.
    performance.mark('flex-ready');
  },
  (error: unknown) => {
    // Flex shows its own error page; the console gets what a developer needs.
    console.error('Flex UI did not start', error);
  },
);
