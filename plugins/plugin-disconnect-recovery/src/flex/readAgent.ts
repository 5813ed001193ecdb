import { WorkerSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import type { Agent } from './ports';

const Attributes = z.object({
  full_name: z.optional(z.string()),
  contact_uri: z.optional(z.string()),
});

/** What the service takes as a name. */
const LONGEST_NAME = 128;

/** Who is logged in; undefined for a user who is no worker. */
export function readAgent(
  worker: { readonly sid: string; readonly name: string; readonly attributes: unknown } | undefined,
): Agent | undefined {
  const sid = WorkerSid.safeParse(worker?.sid);
  if (worker === undefined || !sid.success) return undefined;
  const { data = {} } = Attributes.safeParse(worker.attributes);
  return {
    workerSid: sid.data,
    name: (data.full_name || worker.name || worker.sid).slice(0, LONGEST_NAME),
    // Flex calls the browser unless told otherwise.
    phone:
      data.contact_uri === undefined || data.contact_uri.startsWith('client:') ? 'softphone' : 'telephone',
  };
}
