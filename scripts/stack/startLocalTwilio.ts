import path from 'node:path';
import * as z from 'zod/mini';
import { startProcess, type ProcessOptions } from '../processes/startProcess';
import { waitUntilReady } from '../processes/waitUntilReady';
import { repositoryRoot } from '../services/repositoryRoot';

/** The line the local Twilio prints when it is ready. */
const Ready = z.object({
  origin: z.string(),
  accountSid: z.string(),
  authToken: z.string(),
  syncServiceSid: z.string(),
});

export interface LocalTwilioProcess extends z.infer<typeof Ready> {
  readonly running: boolean;
  /** How it ended; resolves then. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Starts the local Twilio as a process of its own; rejects with its last output when it does not get ready. */
export async function startLocalTwilio(
  port: number,
  seed: number,
  onLine?: ProcessOptions['onLine'],
): Promise<LocalTwilioProcess> {
  const started = startProcess({
    label: 'local Twilio',
    args: [
      path.join(repositoryRoot, 'scripts/run.cjs'),
      'emulator',
      '--port',
      String(port),
      '--seed',
      String(seed),
    ],
    cwd: repositoryRoot,
  });
  const ready = await waitUntilReady<z.infer<typeof Ready>>(started, (found) => {
    started.onLine((line) => {
      const parsed = line.startsWith('{') ? z.safeParse(Ready, JSON.parse(line)) : undefined;
      if (parsed?.success === true) found(parsed.data);
    });
  });
  // Only from here on: the line it gets ready with holds the account's token.
  if (onLine)
    started.onLine((line) => {
      onLine(line, started.label);
    });
  return {
    ...ready,
    ended: started.ended,
    get running() {
      return started.running;
    },
    stop: () => started.stop(),
  };
}
