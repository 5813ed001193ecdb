import type { Speech } from '@patchbay/plugin-kit';
import type { LookupFailure } from '../lookup/lookup';
import type { StringKey } from '../strings';

const TEXTS: Readonly<Partial<Record<LookupFailure['code'], StringKey>>> = {
  validation_failed: 'PatchbaySegmentsSidMalformed',
  token_missing: 'PatchbaySegmentsSessionEnded',
  token_refused: 'PatchbaySegmentsSessionEnded',
  role_missing: 'PatchbaySegmentsRoleMissing',
  insights_refused: 'PatchbaySegmentsRefused',
  report_failed: 'PatchbaySegmentsReportFailed',
  insights_unavailable: 'PatchbaySegmentsBusy',
  throttled: 'PatchbaySegmentsBusy',
  report_timeout: 'PatchbaySegmentsTooLong',
  deadline_exceeded: 'PatchbaySegmentsTooLong',
  too_long: 'PatchbaySegmentsTooLong',
  configuration_missing: 'PatchbaySegmentsMisconfigured',
  twilio_refused: 'PatchbaySegmentsMisconfigured',
  network: 'PatchbaySegmentsUnreached',
};

const isBusy = (code: LookupFailure['code']): boolean => TEXTS[code] === 'PatchbaySegmentsBusy';

/** Says to people why a lookup failed, and what to do now. */
export function describeFailure(
  { code, retryAfterSeconds: seconds }: LookupFailure,
  say: Speech<StringKey>,
): string {
  if (isBusy(code) && seconds !== undefined) return say('PatchbaySegmentsBusyFor', { seconds });
  return say(TEXTS[code] ?? 'PatchbaySegmentsFailed');
}

/** Says why a lookup that goes on takes longer. */
export const describeHindrance = (code: LookupFailure['code'], say: Speech<StringKey>): string =>
  say(isBusy(code) ? 'PatchbaySegmentsHinderedBusy' : 'PatchbaySegmentsHindered');
