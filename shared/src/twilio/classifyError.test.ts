import { classifyError, type ErrorFacts } from './classifyError';
import type { Effect } from './upstreamError';

const judge = (facts: ErrorFacts, effect: Effect) => {
  const { outcome, retryable } = classifyError(facts, effect);
  return `${outcome}${retryable ? ', again' : ''}`;
};

describe('classifyError', () => {
  it.each<[string, ErrorFacts, string, string, string]>([
    // what                          facts                                   read               create                update
    ['throttled', { status: 429 }, 'not-executed, again', 'not-executed, again', 'not-executed, again'],
    ['precondition', { status: 412 }, 'not-executed', 'not-executed', 'not-executed'],
    ['credentials', { status: 401 }, 'not-executed', 'not-executed', 'not-executed'],
    ['forbidden', { status: 403 }, 'not-executed', 'not-executed', 'not-executed'],
    ['invalid', { status: 400 }, 'definite', 'not-executed', 'definite'],
    ['missing', { status: 404 }, 'definite', 'not-executed', 'definite'],
    ['taken name', { status: 409 }, 'definite', 'definite', 'definite'],
    ['too large', { status: 413 }, 'definite', 'definite', 'definite'],
    ['request timeout', { status: 408 }, 'ambiguous, again', 'ambiguous', 'ambiguous, again'],
    ['500', { status: 500 }, 'ambiguous, again', 'ambiguous', 'ambiguous, again'],
    ['503', { status: 503 }, 'ambiguous, again', 'ambiguous', 'ambiguous, again'],
    ['200 without JSON', { status: 200 }, 'ambiguous, again', 'ambiguous', 'ambiguous, again'],
    [
      'no listener',
      { networkCode: 'ECONNREFUSED' },
      'not-executed, again',
      'not-executed, again',
      'not-executed, again',
    ],
    [
      'no address',
      { networkCode: 'ENOTFOUND' },
      'not-executed, again',
      'not-executed, again',
      'not-executed, again',
    ],
    [
      'time-out while connecting',
      { networkCode: 'ETIMEDOUT', connecting: true },
      'not-executed, again',
      'not-executed, again',
      'not-executed, again',
    ],
    ['time-out', { networkCode: 'ECONNABORTED' }, 'ambiguous, again', 'ambiguous', 'ambiguous, again'],
    ['reset', { networkCode: 'ECONNRESET' }, 'ambiguous, again', 'ambiguous', 'ambiguous, again'],
    ['anything unknown', {}, 'ambiguous, again', 'ambiguous', 'ambiguous, again'],
  ])('%s', (_name, facts, read, create, update) => {
    expect([judge(facts, 'read'), judge(facts, 'create'), judge(facts, 'update')]).toEqual([
      read,
      create,
      update,
    ]);
  });
});
