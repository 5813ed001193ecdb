import type { JsonObject, SyncService, TopLevelObject } from './model';

export type ObjectKind = 'document' | 'list' | 'map';

/** What happened to an object or to one of its items, as clients are told: `map_item_added`, `document_updated`, … */
export type ChangeType = 'updated' | 'removed' | 'item_added' | 'item_updated' | 'item_removed';

/** One change of a Document, List or Map, whoever made it: REST, a client, a product, or the end of a TTL. */
export interface SyncChange {
  readonly service: SyncService;
  readonly object: TopLevelObject;
  readonly kind: ObjectKind;
  readonly type: ChangeType;
  /** Counts the changes of this object from 1. */
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  /** `system`, or the identity of the client. */
  readonly author: string;
  /** The object's revision afterwards. */
  readonly revision: number;
  /** The Document's or the item's data afterwards; of a removed item, what it was. */
  readonly data?: JsonObject;
  readonly item?: { readonly key: string; readonly revision: number };
}
