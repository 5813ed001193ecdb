import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const Sids = z.record(z.string(), z.string());
const StackFile = z.object({
  twilio: z.object({ origin: z.string(), accountSid: z.string(), authToken: z.string() }),
  workspace: z.object({
    workspaceSid: z.string(),
    workers: Sids,
    activities: Sids,
    workflows: Sids,
    taskQueues: Sids,
    identities: z.record(z.string(), z.object({ token: z.string() })),
  }),
  services: z.record(z.string(), z.object({ origin: z.string(), domain: z.string() })),
});

/** The contact centre that runs, as `npm start` and the browser suites write it down. */
export type RunningStack = z.infer<typeof StackFile>;

/** Reads the file that PATCHBAY_STACK names; `npm run test:browser` starts a contact centre and sets it. */
export function readStack(): RunningStack {
  const file = process.env['PATCHBAY_STACK'];
  if (file === undefined) throw new Error('Nothing runs: start these suites with npm run test:browser.');
  return z.parse(StackFile, JSON.parse(readFileSync(file, 'utf8')));
}
