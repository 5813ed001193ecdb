import path from 'node:path';
import type { Stack } from '../stack/model';
import { consoleOrigin } from '../stack/pageOrigin';

const WIDTH = 24;

/** One line per address, the page that leads everywhere first. */
export function listAddresses(
  { twilio, services, pages, file }: Pick<Stack, 'twilio' | 'services' | 'pages' | 'file'>,
  workingDirectory: string,
): string[] {
  const line = (what: string, address: string): string => `${what.padEnd(WIDTH)}${address}`;
  return [
    line('Console', `${consoleOrigin(twilio.origin)}/`),
    ...pages.map(({ label, origin }) => line(`Flex as ${label}`, `${origin}/`)),
    line('Local Twilio', twilio.origin),
    ...services.map(({ name, origin }) => line(name, origin)),
    line('SIDs and tokens', path.relative(workingDirectory, file)),
  ];
}
