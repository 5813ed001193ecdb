import type { Random } from '../../kernel/random';
import type { Refusal } from '../../kernel/route';
import { TwilioError } from '../../kernel/twilioError';

/** Words a refusal as GoodData does; the code of Twilio's errors has no place there. */
export const createRefusal =
  (random: Random): Refusal =>
  (error) => ({
    status: error.status,
    headers: error.headers,
    body: {
      error: {
        message: error.message,
        component: 'GDC::Local',
        errorClass: `GDC::Exception::${ERROR_CLASSES[error.status] ?? 'User'}`,
        parameters: [],
        requestId: random.sid(''),
      },
    },
  });

const ERROR_CLASSES: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
};

/** What GoodData refuses: a status and a text, no code. */
export const refuse = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): TwilioError => new TwilioError(status, status, message, headers);

/** 401 with the challenge that says which of the two tokens is missing or over. */
export const challenge = (token: 'GDCAuthTT' | 'GDCAuthSST'): TwilioError =>
  refuse(401, 'This server could not verify that you are authorized to access the document requested.', {
    'WWW-Authenticate': `GoodData realm="GoodData API" cookie=${token}`,
  });
