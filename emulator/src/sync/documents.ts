import { createHistory } from './history';
import { matchRevision } from './matchRevision';
import type { JsonObject, SyncDocument, SyncService } from './model';
import type { Payload } from './payload';
import { reviseData } from './revise';
import type { Sync } from './sync';
import { TWILIO, type Writer } from './writer';

export interface NewDocument {
  readonly uniqueName: string | null;
  readonly data: JsonObject;
  readonly ttl: number | undefined;
}

/** Creates a Document; 409 / 54301 when the name is taken. */
export function createDocument(
  sync: Sync,
  service: SyncService,
  writer: Writer,
  { uniqueName, data, ttl }: NewDocument,
): SyncDocument {
  service.documents.refuseTaken(uniqueName);
  if (writer.limited) service.countCreate();
  const now = sync.clock.now();
  const document: SyncDocument = {
    sid: sync.random.sid('ET'),
    uniqueName,
    data,
    revision: 0,
    dateCreated: now,
    dateUpdated: now,
    createdBy: writer.author,
    limiter: sync.limiter.forObject(),
    history: createHistory(),
    lifetime: sync.lifetimes(() => {
      removeDocument(sync, service, document, TWILIO);
    }),
  };
  if (ttl !== undefined) document.lifetime.set(ttl);
  service.documents.add(document);
  return document;
}

export interface DocumentWrite {
  readonly data: Payload | undefined;
  readonly ttl: number | undefined;
  readonly ifMatch: string | undefined;
}

/** Replaces a Document's data and, only where asked, its TTL; 412 / 54103 when `ifMatch` isn't its revision. */
export function updateDocument(
  sync: Sync,
  service: SyncService,
  document: SyncDocument,
  writer: Writer,
  { data, ttl, ifMatch }: DocumentWrite,
): void {
  if (writer.limited) document.limiter.write(data?.bytes ?? 0);
  matchRevision(ifMatch, document, { code: 54103, noun: 'Document' });
  if (ttl !== undefined) document.lifetime.set(ttl);
  if (data === undefined) return;
  reviseData(document, data.value, sync.clock.now());
  sync.feed.publish({
    service,
    object: document,
    kind: 'document',
    type: 'updated',
    author: writer.author,
    data: document.data,
  });
}

/** Removes a Document, unconditionally: the API knows no other way. */
export function removeDocument(
  sync: Sync,
  service: SyncService,
  document: SyncDocument,
  writer: Writer,
): void {
  if (writer.limited) document.limiter.write(0);
  service.documents.remove(document);
  sync.feed.publish({ service, object: document, kind: 'document', type: 'removed', author: writer.author });
}
