import type { Reply } from '../kernel/route';
import type { JsonObject, Revisioned } from './model';

/** Replaces `data` wholly (Sync never merges) and counts the revision up. */
export function reviseData(thing: Revisioned & { data: JsonObject }, data: JsonObject, now: number): void {
  thing.data = data;
  revise(thing, now);
}

/** Counts the revision up; a change of TTL alone doesn't come here, the SDK keeps its revision over `setTtl`. */
export function revise(thing: Revisioned, now: number): void {
  thing.revision += 1;
  thing.dateUpdated = now;
}

/** A reply with the `ETag` that equals the revision (docs: Sync mutation and conflict resolution). */
export const replyWithETag = (status: 200 | 201, thing: Revisioned, body: unknown): Reply => ({
  status,
  body,
  headers: { ETag: String(thing.revision) },
});
