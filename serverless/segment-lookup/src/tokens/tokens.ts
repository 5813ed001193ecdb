/** A token and the time, in ms since 1970, from which on it is not used any more. */
export interface Token {
  readonly value: string;
  readonly until: number;
}

/** What is known of one Insights login: the long-lived SST asks for TTs, a TT goes with every other call. */
export interface Tokens {
  readonly sst?: Token | undefined;
  readonly tt?: Token | undefined;
}

/** How a valid TT is come by. */
export type TokenStep =
  | { readonly kind: 'use'; readonly tt: string }
  | { readonly kind: 'ask'; readonly sst: string }
  | { readonly kind: 'log-in' };

export type TokenEvent =
  | { readonly type: 'sst_known'; readonly sst: Token }
  | { readonly type: 'tt_issued'; readonly tt: string; readonly at: number }
  /** Insights answered 401 to this SST or TT. */
  | { readonly type: 'refused'; readonly value: string };

const MINUTE_MS = 60_000;
/** So that no token ends on its way. */
const EARLY_MS = MINUTE_MS;
/** Twilio: "Flex Insights API General Usage". */
const TT_MS = 10 * MINUTE_MS;
const SST_MS = 14 * 24 * 60 * MINUTE_MS;

/** When an SST issued at `at` is given up. */
export const endOfSst = (at: number): number => at + SST_MS - EARLY_MS;

export function nextTokenStep({ sst, tt }: Tokens, now: number): TokenStep {
  if (tt !== undefined && tt.until > now) return { kind: 'use', tt: tt.value };
  return sst !== undefined && sst.until > now ? { kind: 'ask', sst: sst.value } : { kind: 'log-in' };
}

/**
 * The tokens after an event. A refusal of one that has been replaced meanwhile changes nothing: of many calls with the
 * same token the first one's 401 counts.
 */
export function tokensAfter(tokens: Tokens, event: TokenEvent): Tokens {
  switch (event.type) {
    case 'sst_known':
      return { ...tokens, sst: event.sst };
    case 'tt_issued':
      return { ...tokens, tt: { value: event.tt, until: event.at + TT_MS - EARLY_MS } };
    case 'refused':
      return {
        sst: tokens.sst?.value === event.value ? undefined : tokens.sst,
        tt: tokens.tt?.value === event.value ? undefined : tokens.tt,
      };
  }
}
