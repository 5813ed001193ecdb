import type { History } from './history';
import type { Lifetime } from './lifetime';
import type { ObjectLimiter } from './rateLimiter';
import type { NamedObjects } from './namedObjects';

/** What every revisioned thing carries. Dates are epoch ms; `revision` is 0 at creation and +1 per change. */
export interface Revisioned {
  revision: number;
  readonly dateCreated: number;
  dateUpdated: number;
  /** `system`, or the identity of the client that created it. */
  readonly createdBy: string;
  readonly lifetime: Lifetime;
}

/** A Document, List or Map: what has a SID, may have a unique name, and is rate limited. */
export interface TopLevelObject extends Revisioned {
  readonly sid: string;
  readonly uniqueName: string | null;
  readonly limiter: ObjectLimiter;
  readonly history: History;
}

export interface SyncDocument extends TopLevelObject {
  data: JsonObject;
}

/** A List or a Map. A List's keys are its indexes in decimal. */
export interface SyncCollection extends TopLevelObject {
  readonly items: Map<string, SyncItem>;
  /** Of a List: the index of the next item. */
  nextIndex: number;
}

export interface SyncItem extends Revisioned {
  readonly key: string;
  data: JsonObject;
  /** The id of its newest change in the collection's history. */
  lastEventId: number;
}

export interface SyncService {
  readonly sid: string;
  readonly dateCreated: number;
  dateUpdated: number;
  settings: ServiceSettings;
  readonly countCreate: () => void;
  readonly documents: NamedObjects<SyncDocument>;
  readonly lists: NamedObjects<SyncCollection>;
  readonly maps: NamedObjects<SyncCollection>;
}

export interface ServiceSettings {
  readonly friendlyName: string | null;
  readonly webhookUrl: string | null;
  readonly webhooksFromRestEnabled: boolean;
  readonly reachabilityWebhooksEnabled: boolean;
  readonly reachabilityDebouncingEnabled: boolean;
  readonly reachabilityDebouncingWindow: number;
  readonly aclEnabled: boolean;
}

export type JsonObject = Readonly<Record<string, unknown>>;
