import { TwilioError } from '../kernel/twilioError';
import type { RevisionMismatch } from './matchRevision';
import type { SyncCollection, SyncService } from './model';
import type { NamedObjects } from './namedObjects';

/** Everything in which Lists and Maps differ. */
export interface CollectionKind {
  readonly kind: 'list' | 'map';
  readonly segment: 'Lists' | 'Maps';
  readonly listKey: 'lists' | 'maps';
  readonly sidPrefix: 'ES' | 'MP';
  readonly of: (service: SyncService) => NamedObjects<SyncCollection>;
  readonly mismatch: RevisionMismatch;
  /** What clients are told when the List or Map, or its item, isn't there; REST says 20404 for both. */
  readonly missingCode: number;
  readonly missingItemCode: number;
  /** The key of a new item: a List's next index, a Map's as asked. 409 / 54208 when it is taken. */
  readonly newKey: (collection: SyncCollection, asked: () => string) => string;
  /** After an item was deleted through the API. */
  readonly afterDelete: (collection: SyncCollection) => void;
  readonly compareKeys: (a: string, b: string) => number;
  /** The fields that name an item and its parent. */
  readonly showKey: (key: string, collectionSid: string) => Readonly<Record<string, string | number>>;
}

export const LISTS: CollectionKind = {
  kind: 'list',
  segment: 'Lists',
  listKey: 'lists',
  sidPrefix: 'ES',
  of: (service) => service.lists,
  mismatch: { code: 54155, noun: 'List Item' },
  missingCode: 54150,
  missingItemCode: 54151,
  newKey: (list) => String(list.nextIndex++),
  // Indexes are never reused and skip one after a delete (0, 1, 2, then 4), as seen live.
  afterDelete: (list) => {
    list.nextIndex += 1;
  },
  compareKeys: (a, b) => Number(a) - Number(b),
  showKey: (key, sid) => ({ index: Number(key), list_sid: sid }),
};

export const MAPS: CollectionKind = {
  kind: 'map',
  segment: 'Maps',
  listKey: 'maps',
  sidPrefix: 'MP',
  of: (service) => service.maps,
  mismatch: { code: 54205, noun: 'Map Item' },
  missingCode: 54200,
  missingItemCode: 54201,
  newKey: (map, asked) => {
    const key = asked();
    if (map.items.has(key)) {
      throw new TwilioError(409, 54208, 'An Item with given key already exists in the Map');
    }
    return key;
  },
  afterDelete: () => undefined,
  compareKeys: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  showKey: (key, sid) => ({ key, map_sid: sid }),
};
