import { PatchbayError } from './patchbayError';

/** The Flex token is expired, revoked, malformed or another account's. */
export class TokenRefused extends PatchbayError {
  override readonly name = 'TokenRefused';

  constructor(cause?: unknown) {
    super('token_refused', 'Your Flex session is not valid any more. Please sign in again.', { cause });
  }
}
