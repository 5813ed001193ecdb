import { PatchbayError } from './patchbayError';

/** Nobody could say whether a token is valid: the caller is neither accepted nor refused. */
export class IdentityUnavailable extends PatchbayError {
  override readonly name = 'IdentityUnavailable';

  constructor(cause?: unknown) {
    super('identity_unavailable', 'Your sign-in could not be checked right now. Please try again.', {
      cause,
      retryAfterSeconds: 2,
    });
  }
}
