import { createVirtualClock } from '../../kernel/virtualClock';
import { createRateLimit } from './rateLimit';

const pausedClock = () => createVirtualClock({ startMs: Date.UTC(2024, 0, 1), mode: 'paused' });

function refusalOf(limit: () => unknown): unknown {
  try {
    return limit();
  } catch (error) {
    return error;
  }
}

describe('createRateLimit', () => {
  it('refuses the fourth request of a second with 429/20429 and says what is left', () => {
    const limit = createRateLimit(pausedClock(), 3);

    const remaining = [limit(), limit(), limit()].map((headers) => headers['X-Rate-Limit-Remaining']);

    expect(remaining).toEqual(['2', '1', '0']);
    expect(refusalOf(limit)).toMatchObject({
      status: 429,
      code: 20429,
      headers: { 'X-Rate-Limit-Limit': '3', 'X-Rate-Limit-Remaining': '0' },
    });
  });

  it('counts over any second, not by the calendar, and never a refused request', async () => {
    const clock = pausedClock();
    const limit = createRateLimit(clock, 3);
    limit();
    await clock.advance(600);
    limit();
    limit();
    refusalOf(limit);

    await clock.advance(400);

    expect(limit()['X-Rate-Limit-Remaining']).toBe('0');
    expect(refusalOf(limit)).toMatchObject({ code: 20429 });
  });
});
