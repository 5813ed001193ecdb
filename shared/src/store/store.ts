/** JSON as a store keeps it. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A record with the version that a conditional write must name. Versions are opaque. */
export interface Stored<Value> {
  readonly value: Value;
  readonly version: string;
}

export type CreateOutcome<Value> =
  | { readonly created: true; readonly version: string }
  | { readonly created: false; readonly existing: Stored<Value> };
export type SwapOutcome = { readonly swapped: true; readonly version: string } | { readonly swapped: false };

/**
 * Key-value records with conditional writes: the only shared memory of our services.
 *
 * Every method throws StoreUnavailable when the store cannot be reached, refuses or answers ambiguously and reading
 * could not settle it; never does an error look like "no record". An expired record is as absent.
 */
export interface Store {
  /** The record under `key`, or undefined when there is none or it has expired. */
  get<Value extends Json>(key: string): Promise<Stored<Value> | undefined>;
  /**
   * Creates the record unless one exists; an expired one is taken over. A lost response is settled by reading:
   * `owner` (fresh for each call) inside the record tells one's own write from another's.
   */
  createIfAbsent<Value extends Json>(
    key: string,
    value: Value,
    options: { owner: string; expiresAt: number },
  ): Promise<CreateOutcome<Value>>;
  /** Replaces the record if it is still at `version`. `owner` as above. */
  compareAndSet<Value extends Json>(
    key: string,
    version: string,
    value: Value,
    options: { owner: string; expiresAt: number },
  ): Promise<SwapOutcome>;
}
