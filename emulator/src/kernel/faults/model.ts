/** What goes wrong with a request to Twilio. */
export type RequestEffect =
  /** Answers this status instead of doing anything. */
  | { readonly type: 'status'; readonly status: number; readonly code?: number; readonly retryAfter?: number }
  /** Does what was asked, then answers this status. */
  | {
      readonly type: 'status-after';
      readonly status: number;
      readonly code?: number;
      readonly retryAfter?: number;
    }
  /** Does what was asked, then cuts the connection without an answer. */
  | { readonly type: 'lost-response' }
  /** Cuts the connection before doing anything. */
  | { readonly type: 'refuse' }
  /** Waits this many milliseconds of the virtual clock, then goes on as usual. */
  | { readonly type: 'latency'; readonly ms: number }
  /** Never answers; `afterEffect` decides whether what was asked is done. Cut after `HANG_LIMIT_MS`. */
  | { readonly type: 'hang'; readonly afterEffect?: boolean }
  /** Answers an HTML page instead of doing anything, as a proxy in between would; 502 unless given. */
  | { readonly type: 'html'; readonly status?: number };

/** What goes wrong with a webhook on its way out. Times are milliseconds of the virtual clock. */
export type WebhookEffect =
  /** Never sent; its sender sees no answer. */
  | { readonly type: 'drop' }
  /** Sent `copies` times more (1 unless given), all with the same idempotency token. */
  | { readonly type: 'duplicate'; readonly copies?: number }
  | { readonly type: 'delay'; readonly ms: number }
  /** Held for a random time up to the window, so that later ones can overtake it. */
  | { readonly type: 'reorder'; readonly windowMs: number }
  /** Array bodies to one URL within the window are joined into one; others are left alone. */
  | { readonly type: 'batch'; readonly windowMs: number };

export type FaultEffect = RequestEffect | WebhookEffect;

/** What a rule applies to; everything its effect can apply to unless narrowed. */
export interface FaultMatch {
  /** A host name (`taskrouter.twilio.com`) or its first label (`taskrouter`). */
  readonly host?: string;
  readonly method?: string;
  /** A glob over the path: `*` within a segment, `**` across segments. */
  readonly path?: string;
  /** A regular expression over the path. */
  readonly pathRegex?: string;
  /** A group of webhooks: `taskrouter-event`, `event-stream`, `assignment`, `twiml`, `conference-status`, … */
  readonly kind?: string;
}

export interface FaultRule {
  readonly match?: FaultMatch;
  /** How many matching requests go through untouched first. */
  readonly skip?: number;
  /** How often the rule strikes before it is used up; no limit unless given. */
  readonly times?: number;
  /** Chance between 0 and 1 that the rule strikes, decided by the seed; 1 unless given. */
  readonly probability?: number;
  readonly effect: FaultEffect;
}

/** A rule in the plan, with what became of it. */
export interface PlannedFault extends FaultRule {
  readonly id: string;
  /** How often it has struck. */
  readonly struck: number;
}

/** Milliseconds of the virtual clock after which a hanging request is cut. */
export const HANG_LIMIT_MS = 120_000;
