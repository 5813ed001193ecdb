import { FAILURE_STATUS } from '../contracts/failure';
import { fail, ok, replay } from '../endpoint/result';
import { answerFor } from './answer';

describe('the HTTP answer', () => {
  it('to a success has its status and body', () => {
    expect(answerFor(ok({ a: 1 }, 201))).toEqual({ status: 201, headers: {}, body: { a: 1 } });
  });

  it('to a replay says so', () => {
    expect(answerFor(replay({ a: 1 }))).toEqual({
      status: 200,
      headers: { 'X-Idempotent-Replay': 'true' },
      body: { a: 1 },
    });
  });

  it.each(Object.entries(FAILURE_STATUS))('to %s has the status %i and a JSON body', (code, status) => {
    const answer = answerFor(fail(code as keyof typeof FAILURE_STATUS, 'Sorry.'));

    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ success: false, error: 'Sorry.', code });
  });

  it.each([
    'in_flight',
    'throttled',
    'identity_unavailable',
    'store_unavailable',
    'twilio_unavailable',
    'insights_unavailable',
  ] as const)('to %s says when to come back, also when nobody said', (code) => {
    expect(answerFor(fail(code, 'Later.')).headers['Retry-After']).toBe('1');
    expect(answerFor(fail(code, 'Later.', { retryAfterSeconds: 2.1 })).headers['Retry-After']).toBe('3');
  });

  it('keeps an empty list of details, none at all, and a hint', () => {
    expect(answerFor(fail('not_found', 'No.', { details: null, hint: 'Wait.' })).body).toEqual({
      success: false,
      error: 'No.',
      code: 'not_found',
      details: null,
      hint: 'Wait.',
    });
  });

  it('has the status and the sentence that were published, where the failure fits', () => {
    const published = [
      { code: 'token_missing', status: 403 },
      { code: 'validation_failed', forDetail: 'Missing a', error: 'a is required' },
    ] as const;

    const token = answerFor(fail('token_missing', 'Send it.'), { published });
    const missing = answerFor(fail('validation_failed', 'Wrong', { details: ['Missing b', 'Missing a'] }), {
      published,
    });
    const other = answerFor(fail('validation_failed', 'Wrong', { details: ['Missing b'] }), { published });

    expect(token).toMatchObject({ status: 403, body: { error: 'Send it.', code: 'token_missing' } });
    expect(missing).toMatchObject({
      status: 400,
      body: { error: 'a is required', code: 'validation_failed' },
    });
    expect(other).toMatchObject({ status: 400, body: { error: 'Wrong' } });
  });

  it('never asks to come back at once', () => {
    expect(answerFor(fail('throttled', 'Later.', { retryAfterSeconds: 0 })).headers['Retry-After']).toBe('1');
  });

  it('to a conflict that waiting does not end says nothing of the kind', () => {
    expect(answerFor(fail('other_target_open', 'No.')).headers).toEqual({});
  });
});

describe('the HTTP answer as a contract wants it', () => {
  it('repeats the status of a failure in its body', () => {
    const { status, body } = answerFor(fail('not_found', 'Nothing.'), { statusInBody: true });

    expect(status).toBe(404);
    expect(body).toEqual({ success: false, error: 'Nothing.', code: 'not_found', status: 404 });
  });

  it('is XML where voice asks', () => {
    const answer = answerFor(ok({ twiml: '<Response/>' }), { produces: 'twiml' });

    expect(answer).toEqual({ status: 200, headers: { 'Content-Type': 'text/xml' }, body: '<Response/>' });
  });

  it('is JSON where voice asked and nothing could be said', () => {
    expect(answerFor(fail('signature_refused', 'No.'), { produces: 'twiml' }).body).toEqual({
      success: false,
      error: 'No.',
      code: 'signature_refused',
    });
  });
});
