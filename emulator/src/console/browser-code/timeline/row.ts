/** What a line of the timeline is about; the filters' names. */
export const KINDS = [
  'task',
  'reservation',
  'transfer',
  'function',
  'webhook',
  'fault',
  'worker',
  'request',
  'setup',
] as const;
export type Kind = (typeof KINDS)[number];

/** Where lines come from: two lists of the administration, each with numbers of its own. */
export type Feed = 'journal' | 'events';

/** One line of the timeline. */
export interface Row {
  readonly feed: Feed;
  /** Unique within its feed. */
  readonly sequence: number;
  /** Milliseconds since 1970 in the local Twilio's time. */
  readonly at: number;
  readonly kind: Kind;
  /** What happened, in a few words. */
  readonly text: string;
  /** What it was about: channel, queue, status. */
  readonly detail: string;
  /** Everything there is, for whoever opens the line. */
  readonly full: unknown;
}

/** `WT3f2a…9c01` for a SID; everything else as it is. */
export const shortSid = (text: string): string =>
  text.replace(
    /\b([A-Z]{2})([0-9a-f]{32})\b/g,
    (_all, prefix: string, hex: string) => `${prefix}…${hex.slice(-4)}`,
  );
