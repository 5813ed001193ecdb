import { createLocalTwilio } from './createLocalTwilio';
import type { LocalTwilioOptions } from './localTwilioOptions';
import { readArguments } from './readArguments';

const USAGE =
  'npm run emulator -- --port N [--seed N] [--paused] [--start ISO-8601] [--account-sid AC…] [--auth-token 32 hex digits]';

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

function explain(error: unknown, port: number): string {
  if (isPortTaken(error))
    return `Port ${port} is taken: stop what listens there or choose another with --port`;
  return error instanceof Error ? error.message : String(error);
}

/**
 * Starts a local Twilio for the command line: one JSON line on stdout when it is ready, a message on stderr and exit
 * code 1 when it can't start, a clean stop on SIGINT and SIGTERM.
 */
export async function runLocalTwilio(args: readonly string[]): Promise<void> {
  let options: LocalTwilioOptions;
  try {
    options = readArguments(args);
  } catch (error) {
    process.stderr.write(`${explain(error, 0)}\n${USAGE}\n`);
    process.exitCode = 1;
    return;
  }
  try {
    const twilio = await createLocalTwilio(options);
    const end = (): void => void twilio.stop();
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    const { origin, accountSid, authToken, sync } = twilio;
    const ready = { origin, accountSid, authToken, syncServiceSid: sync.defaultServiceSid };
    process.stdout.write(`${JSON.stringify(ready)}\n`);
  } catch (error) {
    process.stderr.write(`${explain(error, options.port ?? 0)}\n`);
    process.exitCode = 1;
  }
}
