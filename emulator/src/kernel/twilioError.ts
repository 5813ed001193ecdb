/** An error as Twilio's REST APIs answer it: `{code, message, more_info, status}`. */
export class TwilioError extends Error {
  override readonly name = 'TwilioError';

  constructor(
    /** HTTP status, e.g. 404. */
    readonly status: number,
    /** Twilio's error code, e.g. 20404. */
    readonly code: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  toBody(): { code: number; message: string; more_info: string; status: number } {
    return {
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    };
  }
}

/** 404 / 20404 for a resource that does not exist, has expired or was deleted. */
export const notFound = (path: string): TwilioError =>
  new TwilioError(404, 20404, `The requested resource ${path} was not found`);

/** 400 / 20001: a parameter is missing or wrong. */
export const invalid = (message: string): TwilioError => new TwilioError(400, 20001, message);

/** 412 / 20412: If-Match does not name the current version. */
export const preconditionFailed = (message = 'ETag does not match'): TwilioError =>
  new TwilioError(412, 20412, message);
