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

/** Says to people why a lookup failed, and what to do now. */
export function describeFailure(
  { code, retryAfterSeconds: seconds }: LookupFailure,
  say: Speech<StringKey>,
): string {
  const key = TEXTS[code] ?? 'PatchbaySegmentsFailed';
  return key === 'PatchbaySegmentsBusy' && seconds !== undefined
    ? say('PatchbaySegmentsBusyFor', { seconds })
    : say(key);
}
