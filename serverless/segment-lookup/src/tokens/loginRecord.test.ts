import { DeadlineExceeded } from '@patchbay/shared';
import { InsightsRefused, InsightsUnavailable } from '../insights/failures';
import { errorDuring, pauseAfter } from './loginRecord';

const NOW = 1_700_000_000_000;

describe('after a login that failed', () => {
  it.each<[string, Error, string, number]>([
    ['with wrong credentials', new InsightsRefused('login/401'), 'refused', 300],
    [
      'for too many tries, as long as Insights asks',
      new InsightsUnavailable('login/429', { askedSeconds: 90, throttled: true }),
      'throttled',
      90,
    ],
    [
      'for too many tries, half a minute when Insights does not say',
      new InsightsUnavailable('login/429', { throttled: true }),
      'throttled',
      30,
    ],
    [
      'because Insights is down',
      new InsightsUnavailable('login/503', { askedSeconds: 20 }),
      'unavailable',
      20,
    ],
    ['without an answer', new InsightsUnavailable('login/ECONNRESET'), 'unavailable', 5],
    ['for want of time', new DeadlineExceeded(), 'unavailable', 5],
    [
      'and was put off for a day, an hour at most',
      new InsightsUnavailable('login/429', { askedSeconds: 86_400, throttled: true }),
      'throttled',
      3_600,
    ],
  ])('%s, nobody tries again for a while', (_how, error, why, seconds) => {
    expect(pauseAfter(error, NOW)).toEqual({ state: 'paused', why, until: NOW + seconds * 1_000 });
  });
});

describe('during a pause', () => {
  it('wrong credentials are what everybody is told', () => {
    const error = errorDuring({ state: 'paused', why: 'refused', until: NOW + 1 }, NOW);

    expect(error).toMatchObject({ code: 'insights_refused' });
    expect(error.retryAfterSeconds).toBeUndefined();
  });

  it.each(['throttled', 'unavailable'] as const)('everybody is told how long it lasts (%s)', (why) => {
    const error = errorDuring({ state: 'paused', why, until: NOW + 29_001 }, NOW);

    expect(error).toMatchObject({ code: 'insights_unavailable', retryAfterSeconds: 30 });
  });
});
