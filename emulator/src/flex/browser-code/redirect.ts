import { mapUrl } from './mapUrl';

const map = (address: string): string | undefined =>
  mapUrl(address, { origin: location.origin, host: location.host, base: document.baseURI });

/** Where this page's request for `address` goes: elsewhere in the local Twilio, or where it says. */
export const redirect = (address: string | URL): string => map(String(address)) ?? String(address);

/** Whether going to `address` would leave this machine. */
export const leavesMachine = (address: string): boolean => map(address) !== undefined;
