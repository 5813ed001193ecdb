/** Keeps a browser to this machine: what isn't local can't even be looked up. */
const LOCAL_NAMES_ONLY = 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1';

/** A Chromium that runs without a screen, alone, and asks nobody for updates, accounts or field trials. */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=AutofillServerCommunication,OptimizationHints',
  // A softphone asks for a microphone; this one is silent and needs no permission.
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  // Flex rings and plays its first, silent sound without being clicked; an agent's browser allows that after a while.
  '--autoplay-policy=no-user-gesture-required',
  `--host-resolver-rules=${LOCAL_NAMES_ONLY}`,
];
