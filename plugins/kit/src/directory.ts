import type { Manager } from '@twilio/flex-ui';
import * as z from 'zod/mini';

/** Names of queues and workers by their SIDs; undefined where Flex can't say. */
export interface Directory {
  readonly queue: (sid: string) => Promise<string | undefined>;
  readonly worker: (sid: string) => Promise<string | undefined>;
}

type Fetch = (sid: string) => Promise<unknown> | undefined;

const Named = z.object({
  name: z.optional(z.string()),
  friendlyName: z.optional(z.string()),
  attributes: z.optional(z.object({ full_name: z.optional(z.string()) })),
});

/** Names kept; a contact centre has fewer queues, and an agent meets fewer colleagues in a shift. */
const KEPT = 500;

/** Looks names up, each once. */
export function openDirectory(fetch: { readonly queue: Fetch; readonly worker: Fetch }): Directory {
  const known = new Map<string, Promise<string | undefined>>();
  const look = (sid: string, fetchOne: Fetch): Promise<string | undefined> => {
    const name = known.get(sid) ?? nameIn(sid, fetchOne);
    if (known.size >= KEPT) known.clear();
    known.set(sid, name);
    // One that could not be had is asked for again next time.
    void name.then((text) => text === undefined && known.delete(sid));
    return name;
  };
  return {
    queue: (sid) => look(sid, fetch.queue),
    worker: (sid) => look(sid, fetch.worker),
  };
}

/** Where Flex looks names up: in TaskRouter, as the agent who is logged in. */
export const taskRouterNames = ({ workspaceClient }: Pick<Manager, 'workspaceClient'>) => ({
  queue: (sid: string): Promise<unknown> | undefined => workspaceClient?.fetchTaskQueue(sid),
  worker: (sid: string): Promise<unknown> | undefined => workspaceClient?.fetchWorkerInfo(sid),
});

async function nameIn(sid: string, fetch: Fetch): Promise<string | undefined> {
  try {
    const named = Named.parse(await fetch(sid));
    return named.attributes?.full_name ?? named.friendlyName ?? named.name;
  } catch {
    return undefined;
  }
}
