import { describeError } from './describeError';
import { PatchbayError } from './patchbayError';

describe('an error in the log', () => {
  it('is its name and code, and those of its causes', () => {
    const reset = Object.assign(new Error('read ECONNRESET 10.0.0.1'), { code: 'ECONNRESET' });
    const error = new PatchbayError('twilio_unavailable', 'Twilio is away.', { cause: reset });

    expect(describeError(error)).toMatchObject({
      error: 'PatchbayError twilio_unavailable < Error ECONNRESET',
      message: 'Twilio is away.',
    });
  });

  it('says where it came from', () => {
    expect(describeError(new Error('x')).stack).toMatch(/^at .*describeError\.test/);
  });

  it.each([
    ['a foreign error', new Error('+15551234567 is busy')],
    ['a JSON error, which quotes its input', catchError(() => JSON.parse('secret'))],
  ])('does not carry the words of %s', (_, error) => {
    expect(JSON.stringify(describeError(error))).not.toMatch(/busy|secret"/);
  });

  it('carries the engine’s words about our code', () => {
    const error = catchError(() => Object.defineProperty(Object.freeze({}), 'x', { value: 1 }));

    expect(describeError(error).message).toContain('not extensible');
  });

  it('ends, also for an error that is its own cause', () => {
    const error = new Error('x');
    error.cause = error;

    expect(describeError(error).error).toBe('Error < Error < Error < Error');
  });

  it.each([['text'], [undefined], [null], [7]])('names the type of what is no error (%j)', (thrown) => {
    expect(describeError(thrown)).toEqual({ error: typeof thrown });
  });
});

function catchError(task: () => unknown): unknown {
  try {
    return task();
  } catch (error) {
    return error;
  }
}
