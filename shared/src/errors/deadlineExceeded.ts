import { PatchbayError } from './patchbayError';

/** The request's time is over, or too little is left to begin another call. */
export class DeadlineExceeded extends PatchbayError {
  override readonly name = 'DeadlineExceeded';

  constructor(cause?: unknown) {
    super('deadline_exceeded', 'This took too long and was given up. Please try again.', { cause });
  }
}
