import { createVirtualClock } from '../../kernel/virtualClock';
import { seededRandom } from '../../kernel/random';
import { createPendingResults } from './pendingResults';

describe('results to poll for', () => {
  it('are the newest 500: an older one is as unknown as one that never was', () => {
    const results = createPendingResults<number>(createVirtualClock({ mode: 'paused' }), seededRandom(1));
    const ids = Array.from({ length: 501 }, (_, n) => results.start(n, 0));

    expect(results.poll(ids[0] ?? '')).toBeUndefined();
    expect(results.poll(ids[1] ?? '')).toMatchObject({ result: 1 });
    expect(results.list()).toHaveLength(500);
  });
});
