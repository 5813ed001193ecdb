/**
 * Where a page is on the local Twilio: every name below `localhost` is this machine (RFC 6761), and an origin of its own,
 * so that each has its own session in one browser.
 */
export const pageOrigin = (twilioOrigin: string, name: string): string =>
  `http://${name}.localhost:${new URL(twilioOrigin).port}`;

/** Where the local Twilio's own page is. */
export const consoleOrigin = (twilioOrigin: string): string =>
  `http://localhost:${new URL(twilioOrigin).port}`;
