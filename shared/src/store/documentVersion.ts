import type { SyncDocument } from './syncDocuments';

/**
 * What a conditional write has to know of the record it replaces. The SID, because after a deletion the name and the
 * revision come back (Sync counts revisions from 0 again) but the SID does not: a stale version can't fit a new record.
 */
export interface DocumentVersion {
  readonly sid: string;
  readonly expiresAt: number;
  readonly revision: string;
}

/** The version callers hold. */
export const writeVersion = ({ sid, revision, data }: SyncDocument): string =>
  `${sid}:${data.expiresAt}:${revision}`;

/** The other way round. Throws a TypeError for what `writeVersion` never wrote. */
export const readVersion = (version: string): DocumentVersion => {
  const [, sid, expiresAt, revision] = /^(ET\w+):(\d+):(.+)$/.exec(version) ?? [];
  if (sid === undefined || expiresAt === undefined || revision === undefined)
    throw new TypeError('not a version');
  return { sid, expiresAt: Number(expiresAt), revision };
};
