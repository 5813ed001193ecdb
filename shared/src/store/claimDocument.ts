import type { Clock } from '../endpoint/ports';
import { UpstreamError } from '../twilio/upstreamError';
import { writeVersion } from './documentVersion';
import type { CreateOutcome } from './store';
import { StoreUnavailable } from './storeErrors';
import { type OwnedContent, swapDocument } from './swapDocument';
import type { SyncDocument, SyncDocuments } from './syncDocuments';

/** Each round ends unless someone else acted between two calls of ours. */
const MAX_ROUNDS = 3;
/** Whether a name can be used again between a Document's expiry and its collection is not documented: it takes seconds. */
const COLLECTION_SECONDS = 15;

/**
 * Creates the Document of a name unless there is a live one; takes over an expired one by a conditional write. After
 * 409/54301 and after an ambiguous answer the Document is read, and its owner tells whether it is ours.
 */
export const claimDocument = async (
  documents: SyncDocuments,
  clock: Clock,
  uniqueName: string,
  wanted: OwnedContent,
): Promise<CreateOutcome> => {
  let refusal: UpstreamError | undefined;
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const created = await createUnlessTaken(documents, uniqueName, wanted);
    if (!(created instanceof UpstreamError)) return { created: true, version: writeVersion(created) };
    refusal = created;
    const found = await documents.fetch(uniqueName);
    // Gone between the two calls, or a lost create that never arrived: the next round creates it.
    if (found === undefined) continue;
    if (found.data.owner === wanted.owner) return { created: true, version: writeVersion(found) };
    if (found.data.expiresAt > clock.now()) {
      return { created: false, existing: { value: found.data.value, version: writeVersion(found) } };
    }
    const taken = await swapDocument(documents, found, wanted);
    if (taken) return { created: true, version: writeVersion(taken) };
  }
  throw new StoreUnavailable(refusal, refusal?.outcome === 'ambiguous' ? undefined : COLLECTION_SECONDS);
};

/** The new Document, or the error after which reading tells more. */
const createUnlessTaken = async (
  documents: SyncDocuments,
  uniqueName: string,
  { content }: OwnedContent,
): Promise<SyncDocument | UpstreamError> => {
  try {
    return await documents.create(uniqueName, content);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    if (error.facts.status === 409 || error.outcome === 'ambiguous') return error;
    throw error;
  }
};
