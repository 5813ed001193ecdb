import type { JsonObject } from './model';

/**
 * One Sync Service as the local Twilio's own products write it: without HTTP and rate limits. Whoever subscribed sees
 * every change. An object comes to be with its first write, or when it is opened.
 */
export interface SyncSpace {
  readonly serviceSid: string;
  document(uniqueName: string): SpaceDocument;
  map(uniqueName: string): SpaceMap;
  list(uniqueName: string): SpaceList;
}

export interface SpaceDocument {
  readonly sid: string;
  get(): JsonObject;
  set(data: JsonObject): void;
  remove(): void;
}

export interface SpaceMap {
  readonly sid: string;
  get(key: string): JsonObject | undefined;
  keys(): readonly string[];
  set(key: string, data: JsonObject): void;
  /** False when there was none. */
  delete(key: string): boolean;
  remove(): void;
}

export interface SpaceList {
  readonly sid: string;
  /** In order. */
  items(): readonly { readonly index: number; readonly data: JsonObject }[];
  /** Returns the new item's index. */
  append(data: JsonObject): number;
  /** Adds an item at an index of the caller's; a List alone would skip one after every deletion. */
  insert(index: number, data: JsonObject): void;
  set(index: number, data: JsonObject): void;
  delete(index: number): boolean;
  remove(): void;
}
