import { TwilioError } from '../kernel/twilioError';
import type { Revisioned } from './model';

/** What a conditional write answers when it loses: each kind of thing has its own code (Twilio errors 54103, 54155, 54205). */
export interface RevisionMismatch {
  readonly code: 54103 | 54155 | 54205;
  readonly noun: 'Document' | 'List Item' | 'Map Item';
}

/**
 * Honours `If-Match`, bare or quoted; without the header the last write wins.
 * 400 / 54003 when it can't be a revision, 412 when it isn't the current one.
 */
export function matchRevision(
  ifMatch: string | undefined,
  current: Revisioned,
  mismatch: RevisionMismatch,
): void {
  if (ifMatch === undefined) return;
  const [, quote, revision, endQuote] = /^("?)([0-9a-f]{1,16})("?)$/.exec(ifMatch.trim()) ?? [];
  if (revision === undefined || quote !== endQuote) {
    throw new TwilioError(400, 54003, 'Invalid If-Match header');
  }
  if (revision !== String(current.revision)) {
    throw new TwilioError(
      412,
      mismatch.code,
      `The revision of the ${mismatch.noun} does not match the expected revision`,
    );
  }
}
