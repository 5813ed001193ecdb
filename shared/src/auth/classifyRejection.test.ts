import { classifyRejection } from './classifyRejection';

describe('what a rejected validation means', () => {
  it.each([
    'Access Token expired or expiration date invalid',
    'Invalid Access Token',
    'Invalid Access Token signature',
    'Unauthorized: Token was not provided',
    'Token is revoked',
    'Expired token',
    'Authentication token expired',
  ])('a refused token: %s', (text) => {
    expect(classifyRejection(text)).toBe('refused');
  });

  it.each([
    `Unexpected token '<', "<html>bad "... is not valid JSON`,
    'Unexpected token < in JSON at position 0',
    'Unexpected end of JSON input',
    'Unexpected non-whitespace character after JSON at position 4',
    "Cannot read properties of null (reading 'valid')",
    'getaddrinfo ENOTFOUND iam.twilio.com',
    'connect ECONNREFUSED 127.0.0.1:443',
    'read ECONNRESET',
    'socket hang up',
    'Client network socket disconnected before secure TLS connection was established',
    'unable to verify the first certificate',
    'Too Many Requests',
    'Too many concurrent requests',
    'Internal Server Error',
    'An internal error has occurred',
    'Service is unavailable. Please try again.',
    'Upstream request timed out',
    'Bad Gateway',
    '',
    'Something Twilio has never said before',
    undefined,
    null,
    7,
    new Error('Invalid Access Token'),
  ])('nobody could say: %p', (reason) => {
    expect(classifyRejection(reason)).toBe('unreachable');
  });

  it.each([
    'Authenticate',
    'Authentication Error - invalid username',
    'Unauthorized: AccountSid was not provided',
    'The requested resource /v1/Accounts/AC1/Tokens/validate was not found',
    'Permission to access account denied',
    'The account is suspended',
  ])('our own credentials are wrong: %s', (text) => {
    expect(classifyRejection(text)).toBe('misconfigured');
  });
});
