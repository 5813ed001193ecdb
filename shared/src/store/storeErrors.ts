import { PatchbayError } from '../errors/patchbayError';

/** The store can't say what is or will be recorded: nothing may be done that relies on it. */
export class StoreUnavailable extends PatchbayError {
  override readonly name = 'StoreUnavailable';

  constructor(cause: unknown, retryAfterSeconds = 1) {
    super('store_unavailable', 'The state of this request could not be recorded. Please try again shortly.', {
      cause,
      retryAfterSeconds,
    });
  }
}

/** A record is larger than Sync's 16 KiB per Document (error 54006). A mistake of ours, not of the caller. */
export class RecordTooLarge extends PatchbayError {
  override readonly name = 'RecordTooLarge';

  constructor() {
    super('internal', 'The state of this request is too large to be recorded.');
  }
}

/** A record under a key of ours does not have the shape it must have. */
export class RecordUnreadable extends PatchbayError {
  override readonly name = 'RecordUnreadable';

  constructor() {
    super('internal', 'The recorded state of this request cannot be read.');
  }
}
