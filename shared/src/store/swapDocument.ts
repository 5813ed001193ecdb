import { UpstreamError } from '../twilio/upstreamError';
import type { DocumentVersion } from './documentVersion';
import type { DocumentContent, SyncDocument, SyncDocuments } from './syncDocuments';

/** A record to be written; `owner`, which is inside the content too, is how it is known again. */
export interface OwnedContent {
  readonly owner: string;
  readonly content: DocumentContent;
}

/**
 * Replaces a Document if it is still at the version. Undefined when it is not, or is gone. An answer that was lost comes
 * back as 412 when the write is repeated, or stays ambiguous: either way the owner inside the Document decides.
 */
export const swapDocument = async (
  documents: SyncDocuments,
  { sid, revision }: Pick<DocumentVersion, 'sid' | 'revision'>,
  { owner, content }: OwnedContent,
): Promise<SyncDocument | undefined> => {
  try {
    return await documents.update(sid, revision, content);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    if (error.reason === 'not-found') return undefined;
    if (error.reason !== 'conflict' && error.outcome !== 'ambiguous') throw error;
    const found = await documents.fetch(sid);
    if (found?.data.owner === owner) return found;
    // Still at the old revision after an ambiguous answer: our write may land yet.
    if (error.outcome === 'ambiguous' && found?.revision === revision) throw error;
    return undefined;
  }
};
