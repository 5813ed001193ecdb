/** Signs the page in, as the identity provider of a real account would, before Flex UI looks for its session. */
declare global {
  interface Window {
    /** A session as Flex UI stores it (`TokenPayload`). */
    readonly localFlexSession: { readonly token: string };
  }
}

/** Flex UI's own key (`TokenStorage`). */
const STORED = 'TWILIO_FLEX_SSO';

const session = window.localFlexSession;
// A good token stays, reload or not; one of an earlier local Twilio, or one that was revoked, is left behind.
if (localStorage.getItem(STORED)?.includes(JSON.stringify(session.token)) !== true) {
  localStorage.setItem(STORED, JSON.stringify(session));
}

export {};
