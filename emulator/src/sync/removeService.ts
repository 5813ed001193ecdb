import { LISTS, MAPS } from './collectionKind';
import { removeCollection } from './collections';
import { removeDocument } from './documents';
import type { SyncService } from './model';
import type { Sync } from './sync';
import { TWILIO } from './writer';

/** Deletes a Service with everything in it. */
export function removeService(sync: Sync, service: SyncService): void {
  sync.services.remove(service);
  for (const document of service.documents.all()) removeDocument(sync, service, document, TWILIO);
  for (const kind of [LISTS, MAPS]) {
    for (const collection of kind.of(service).all())
      removeCollection(sync, kind, service, collection, TWILIO);
  }
}
