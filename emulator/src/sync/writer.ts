/** Who writes, and whether Sync's rate limits hold for him. */
export interface Writer {
  /** Shown as `created_by`. */
  readonly author: string;
  readonly limited: boolean;
}

export const REST: Writer = { author: 'system', limited: true };

/** The local Twilio itself: its products' writes and the end of TTLs. */
export const TWILIO: Writer = { author: 'system', limited: false };

/** A client with a token. */
export const client = (identity: string): Writer => ({ author: identity, limited: true });
