import type { Sleep } from '@patchbay/shared';
import type { Twilio } from 'twilio';
import * as z from 'zod/mini';
import type { Account } from '../account/account';
import { CallFailed } from '../account/callFailed';
import { callTwilio } from '../account/callTwilio';
import { createOnce } from '../account/createOnce';
import { emptyLedger, Ledger } from './ledger';

export const SERVICE_NAME = 'patchbay';
/** Its name until the ledger in it says that it is ours. */
const UNFINISHED_NAME = 'patchbay (being set up)';
const DOCUMENT = 'patchbay:provision';

/** The ledger where it is kept: a document of the Sync service that the services use too. */
export interface Book {
  readonly ledger: Ledger;
  /** Undefined before the first apply. */
  readonly serviceSid: string | undefined;
  readonly unfinished: boolean;
  /** Undefined when there is no ledger yet. */
  readonly revision: string | undefined;
}

const Written = z.object({ stamp: z.string(), ledger: Ledger });

/** Reads what an earlier run left; throws when it is about another workspace, or no one can say which service it is in. */
export async function openBook(account: Account, serviceSid?: string): Promise<Book> {
  const { client, workspaceSid, sleep } = account;
  const services = await readServices(client, sleep);
  const chosen = services.filter(({ sid, friendlyName }) =>
    serviceSid === undefined ? [SERVICE_NAME, UNFINISHED_NAME].includes(friendlyName) : sid === serviceSid,
  );
  const [service] = chosen;
  if (service === undefined) {
    if (serviceSid !== undefined) throw new Error(`This account has no Sync service ${serviceSid}.`);
    return { ledger: emptyLedger(workspaceSid), serviceSid, unfinished: false, revision: undefined };
  }
  if (chosen.length > 1) {
    throw new Error(
      `There are ${chosen.length} Sync services called "${SERVICE_NAME}": say which by SYNC_SERVICE_SID.`,
    );
  }
  const unfinished = service.friendlyName === UNFINISHED_NAME;
  const document = await fetchDocument(account, service.sid);
  if (document === undefined) {
    const ledger = { ...emptyLedger(workspaceSid), madeService: unfinished };
    return { ledger, serviceSid: service.sid, unfinished, revision: undefined };
  }
  const { ledger } = z.parse(Written, document.data);
  if (ledger.workspaceSid !== workspaceSid) {
    throw new Error(
      `This account is provisioned for workspace ${ledger.workspaceSid}, not ${workspaceSid}: destroy that first, or name another SYNC_SERVICE_SID.`,
    );
  }
  return { ledger, serviceSid: service.sid, unfinished, revision: document.revision };
}

/** Writes the ledger, and makes the Sync service first if there is none. Throws when another run wrote meanwhile. */
export async function writeBook(account: Account, book: Book, ledger: Ledger): Promise<Book> {
  const serviceSid = book.serviceSid ?? (await createService(account));
  const madeService = ledger.madeService || book.serviceSid === undefined;
  const complete = { ...ledger, madeService };
  const revision = await writeDocument(account, serviceSid, book.revision, complete);
  if (book.unfinished || book.serviceSid === undefined) {
    await callTwilio('name the Sync service', 'update', account.sleep, () =>
      account.client.sync.v1.services(serviceSid).update({ friendlyName: SERVICE_NAME }),
    );
  }
  return { ledger: complete, serviceSid, unfinished: false, revision };
}

/** Whether our Sync service holds more than the ledger: what the services know would go with it. */
export async function holdsRecords(account: Account, { serviceSid, ledger }: Book): Promise<boolean> {
  if (serviceSid === undefined || !ledger.madeService) return false;
  const documents = await callTwilio('read the documents', 'read', account.sleep, () =>
    account.client.sync.v1.services(serviceSid).documents.list({ limit: 2 }),
  );
  return documents.some(({ uniqueName }) => uniqueName !== DOCUMENT);
}

/** Removes the ledger at the end of everything, with the service if that is ours. */
export async function removeBook(account: Account, { serviceSid, ledger }: Book): Promise<void> {
  if (serviceSid === undefined) return;
  const service = account.client.sync.v1.services(serviceSid);
  try {
    await callTwilio('remove the ledger', 'update', account.sleep, () =>
      ledger.madeService ? service.remove() : service.documents(DOCUMENT).remove(),
    );
  } catch (error) {
    if (!(error instanceof CallFailed) || error.facts.reason !== 'not-found') throw error;
  }
}

function createService({ client, sleep }: Account): Promise<string> {
  const { services } = client.sync.v1;
  return createOnce(
    'create the Sync service',
    sleep,
    async () => (await services.create({ friendlyName: UNFINISHED_NAME })).sid,
    async () => {
      const present = await readServices(client, sleep);
      return present.find(({ friendlyName }) => friendlyName === UNFINISHED_NAME)?.sid;
    },
  );
}

const readServices = (client: Twilio, sleep: Sleep) =>
  callTwilio('read the Sync services', 'read', sleep, () => client.sync.v1.services.list({ pageSize: 100 }));

async function writeDocument(
  account: Account,
  serviceSid: string,
  revision: string | undefined,
  ledger: Ledger,
): Promise<string> {
  const { documents } = account.client.sync.v1.services(serviceSid);
  const data = { stamp: crypto.randomUUID(), ledger };
  try {
    const written = await callTwilio('write the ledger', 'update', account.sleep, () =>
      revision === undefined
        ? documents.create({ uniqueName: DOCUMENT, data })
        : account.client.sync.v1.services(serviceSid).documents(DOCUMENT).update({ ifMatch: revision, data }),
    );
    return written.revision;
  } catch (error) {
    // A write that succeeded and whose answer was lost meets itself when it is repeated.
    const present = await fetchDocument(account, serviceSid);
    const ours = z.safeParse(Written, present?.data);
    if (present !== undefined && ours.success && ours.data.stamp === data.stamp) return present.revision;
    throw error;
  }
}

async function fetchDocument(account: Account, serviceSid: string) {
  try {
    return await callTwilio('read the ledger', 'read', account.sleep, () =>
      account.client.sync.v1.services(serviceSid).documents(DOCUMENT).fetch(),
    );
  } catch (error) {
    if (error instanceof CallFailed && error.facts.reason === 'not-found') return undefined;
    throw error;
  }
}
