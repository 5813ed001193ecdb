/** JSON as a store keeps it. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * A record with the version that a conditional write must name. Versions are opaque. A value is what an earlier
 * deployment may have written: parse it (`typedStore` does) before you trust it.
 */
export interface Stored<Value = unknown> {
  readonly value: Value;
  readonly version: string;
}

export type CreateOutcome<Value = unknown> =
  | { readonly created: true; readonly version: string }
  | { readonly created: false; readonly existing: Stored<Value> };

export type SwapOutcome = { readonly swapped: true; readonly version: string } | { readonly swapped: false };

export interface WriteOptions {
  /** Fresh for each call: inside the record it tells one's own write, whose answer was lost, from another's. */
  readonly owner: string;
  /** Milliseconds since 1970; from then on the record is as absent. */
  readonly expiresAt: number;
}

/**
 * Key-value records with conditional writes: the only shared memory of our services.
 *
 * Every method throws StoreUnavailable when the store cannot be reached, refuses or answers ambiguously and reading
 * could not settle it; never does an error look like "no record". An expired record is as absent. A record above 16 KiB
 * of JSON is refused with RecordTooLarge.
 */
export interface Store {
  /** The record under `key`, or undefined when there is none or it has expired. */
  get(key: string): Promise<Stored | undefined>;
  /** Creates the record unless one exists; an expired one is taken over. A lost response is settled by reading. */
  createIfAbsent(key: string, value: Json, options: WriteOptions): Promise<CreateOutcome>;
  /**
   * Replaces the record if it is still at `version` and has not expired. A lost response is settled by reading; a write
   * that was applied, whose answer was lost and that another writer has replaced since, counts as not swapped.
   */
  compareAndSet(key: string, version: string, value: Json, options: WriteOptions): Promise<SwapOutcome>;
}
