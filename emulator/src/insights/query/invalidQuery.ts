import { TwilioError } from '../../kernel/twilioError';

/** 400 / 54507, the code twilio-sync has for a live query that is none. */
export class InvalidQuery extends TwilioError {
  constructor(reason: string) {
    super(400, 54507, `Invalid query: ${reason}`);
  }
}
