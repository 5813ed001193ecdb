import { PatchbayError } from '@patchbay/shared';

/** What Insights or the network did, for the log: the step and a status or a code, nothing of the answer. */
class InsightsFault extends Error {
  override readonly name = 'InsightsFault';

  constructor(readonly code: string) {
    super(code);
  }
}

/** Insights doesn't take the credentials of this service. */
export class InsightsRefused extends PatchbayError {
  override readonly name: string = 'InsightsRefused';

  constructor(fault: string) {
    super('insights_refused', 'Flex Insights refuses the credentials of this service.', {
      cause: new InsightsFault(fault),
    });
  }
}

/** Insights answered 401 to a token that was good once. Never reaches a caller unless a fresh one is refused too. */
export class InsightsTokenRefused extends InsightsRefused {
  override readonly name = 'InsightsTokenRefused';
}

/** Insights won't execute the report or give what it made of it, and won't the next time either. */
export class ReportFailed extends PatchbayError {
  override readonly name = 'ReportFailed';

  constructor(fault: string) {
    super('report_failed', 'Flex Insights does not execute the report.', { cause: new InsightsFault(fault) });
  }
}

/** Where Insights does not say. */
const THROTTLED_SECONDS = 30;
const DOWN_SECONDS = 5;

/** Insights limits requests, is down, or does not answer: later it will. */
export class InsightsUnavailable extends PatchbayError {
  override readonly name = 'InsightsUnavailable';
  /** Whole seconds that Insights itself asks to wait; undefined when it said nothing. */
  readonly askedSeconds: number | undefined;
  readonly throttled: boolean;

  constructor(
    fault: string,
    { askedSeconds, throttled = false }: { askedSeconds?: number | undefined; throttled?: boolean } = {},
  ) {
    super('insights_unavailable', 'Flex Insights does not answer as it should. Please try again shortly.', {
      cause: new InsightsFault(fault),
      retryAfterSeconds: askedSeconds ?? (throttled ? THROTTLED_SECONDS : DOWN_SECONDS),
    });
    this.askedSeconds = askedSeconds;
    this.throttled = throttled;
  }
}
