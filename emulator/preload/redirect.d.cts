/**
 * Redirects this process's https, http and fetch connections to twilio.com, twil.io and ytica.com to the local Twilio
 * at `origin` (an http origin of this machine); every other host that is not loopback is refused with the code
 * `ENOTREDIRECTED`. Returns what undoes it. Throws when `origin` is no http origin of this machine.
 */
export function redirectTwilio(origin: string): () => void;
