import RestException from 'twilio/lib/base/RestException';
import { failureFromError } from '../errors/failureFromError';
import { mapTwilioError } from './mapTwilioError';

const read = { effect: 'read' } as const;
const answer = (statusCode: number, code?: number, headers = {}) => ({
  statusCode,
  body: { code, message: 'text of Twilio about +15551234567', status: statusCode },
  headers,
});

describe('mapTwilioError', () => {
  it("keeps status and code of Twilio's answer", () => {
    expect(mapTwilioError(answer(404, 20404), read).facts).toMatchObject({ status: 404, twilioCode: 20404 });
  });

  it("understands the SDK's exceptions", () => {
    const thrown = new RestException(answer(400, 21220));

    expect(mapTwilioError(thrown, { effect: 'update' }).facts).toMatchObject({
      status: 400,
      twilioCode: 21220,
      outcome: 'definite',
    });
  });

  it('finds the system call of an error that another one wraps', () => {
    const wrapped = Object.assign(new Error('AxiosError'), {
      code: 'ETIMEDOUT',
      cause: Object.assign(new Error(), { syscall: 'connect' }),
    });

    expect(mapTwilioError(wrapped, { effect: 'create' }).outcome).toBe('not-executed');
  });

  it('leaves an error alone that it has mapped already', () => {
    const error = mapTwilioError(answer(429), read);

    expect(mapTwilioError(error, { effect: 'create' })).toBe(error);
  });

  it.each([
    ['3', 3],
    ['0', 1],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 1],
    ['-5', 1],
    ['', 1],
  ])('asks to come back after what Retry-After %p says, at least a second', (header, seconds) => {
    expect(mapTwilioError(answer(429, 20429, { 'retry-after': header }), read).retryAfterSeconds).toBe(
      seconds,
    );
  });

  it.each([
    [429, 'throttled'],
    [412, 'twilio_unavailable'],
    [503, 'twilio_unavailable'],
    [404, 'not_found'],
    [401, 'twilio_refused'],
    [400, 'twilio_refused'],
  ])('answers %i as %s, without any text of Twilio', (status, code) => {
    const failure = failureFromError(mapTwilioError(answer(status), read));

    expect(failure.code).toBe(code);
    expect(JSON.stringify(failure)).not.toContain('text of Twilio');
  });

  it('answers a time-out as 504', () => {
    const failure = failureFromError(
      mapTwilioError(Object.assign(new Error(), { code: 'ECONNABORTED' }), read),
    );

    expect(failure).toMatchObject({ code: 'deadline_exceeded', retryAfterSeconds: 1 });
  });

  it('keeps nothing of an error that holds credentials', () => {
    const config = { headers: { Authorization: 'Basic c2VjcmV0' }, url: 'https://x/+15551234567' };
    const thrown = Object.assign(new Error('secret'), { code: 'ECONNRESET', config });

    const error = mapTwilioError(thrown, read);

    const everything = JSON.stringify([error, error.cause, error.message, String(error.cause), error.stack]);
    expect(everything).not.toMatch(/c2VjcmV0|secret|1555/);
    expect(error.cause).toMatchObject({ name: 'TwilioFault', code: 'ECONNRESET' });
  });

  it.each([undefined, null, 'text', 5, {}])('takes %p for an ambiguous failure', (thrown) => {
    expect(mapTwilioError(thrown, read).outcome).toBe('ambiguous');
  });
});
