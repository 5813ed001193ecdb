import { ConfigurationMissing } from './configurationMissing';
import { failureFromError } from './failureFromError';
import { IdentityUnavailable } from './identityUnavailable';
import { PatchbayError } from './patchbayError';

describe('what a caller is told about an error', () => {
  it('is what one of ours says', () => {
    const error = new PatchbayError('in_flight', 'Already on it.', { details: ['a'], retryAfterSeconds: 3 });

    expect(failureFromError(error)).toEqual({
      ok: false,
      code: 'in_flight',
      message: 'Already on it.',
      details: ['a'],
      retryAfterSeconds: 3,
    });
  });

  it('lists everything that is missing in the configuration', () => {
    const failure = failureFromError(new ConfigurationMissing(['Missing A', 'Missing B']));

    expect(failure).toMatchObject({ code: 'configuration_missing', details: ['Missing A', 'Missing B'] });
  });

  it('never holds what an error was caused by', () => {
    const failure = failureFromError(new IdentityUnavailable(new Error('getaddrinfo ENOTFOUND')));

    expect(failure.code).toBe('identity_unavailable');
    expect(JSON.stringify(failure)).not.toContain('ENOTFOUND');
  });

  it.each([
    [new Error('SID of a caller')],
    ['text'],
    [undefined],
    [{ code: 'in_flight', message: 'not ours' }],
  ])('is only that there was one, when it is not ours (%j)', (error) => {
    const failure = failureFromError(error);

    expect(failure.code).toBe('internal');
    expect(JSON.stringify(failure)).not.toMatch(/SID|text|not ours/);
  });
});
