import type { Service } from '../services/service';
import type { Resource } from '../services/resource';

/** One function, bundled, not yet written. */
export interface BundledFunction extends Resource {
  readonly contents: Uint8Array;
  /** Bytes each source file contributes after tree shaking and the first minifier, by path relative to the service. */
  readonly inputs: ReadonlyMap<string, number>;
}

/** A service's functions, bundled, and every file they were made from (paths relative to the service). */
export interface Bundle {
  readonly service: Service;
  readonly functions: readonly BundledFunction[];
  readonly inputs: readonly string[];
  /** Which files import a file, for naming who pulled something in. */
  readonly importers: ReadonlyMap<string, readonly string[]>;
}
