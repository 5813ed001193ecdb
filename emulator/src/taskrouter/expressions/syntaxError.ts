import { TwilioError } from '../../kernel/twilioError';

/** 400 / 20001: an expression TaskRouter refuses to store or to list by, worded as its ANTLR parser does. */
export class ExpressionSyntaxError extends TwilioError {
  constructor(
    readonly expression: string,
    /** Zero-based position of the offending character. */
    readonly column: number,
    reason: string,
  ) {
    super(400, 20001, `Invalid expression '${expression}': line 1:${column} ${reason}`);
  }
}
