import { silentLog } from '../testing/silentLog';
import { handleEvents, type Handled } from './handleEvents';

const batchOf = (size: number): readonly number[] => Array.from({ length: size }, (_none, index) => index);

it('counts what became of every event', async () => {
  const became: readonly Handled[] = ['handled', 'ignored', 'handled', 'parked'];

  const counts = await handleEvents(silentLog, became, (event) =>
    Promise.resolve(became.find((one) => one === event) ?? 'ignored'),
  );

  expect(counts).toEqual({ handled: 2, ignored: 1, parked: 1 });
});

it('handles eight at a time', async () => {
  let running = 0;
  let most = 0;

  const counts = await handleEvents(silentLog, batchOf(20), async () => {
    most = Math.max(most, (running += 1));
    await Promise.resolve();
    running -= 1;
    return 'handled';
  });

  expect([most, counts.handled]).toEqual([8, 20]);
});

it('has the batch sent again when one could not be handled, after all others were', async () => {
  const handled: unknown[] = [];
  const logged: unknown[] = [];
  const log = { ...silentLog, warn: (...line: unknown[]) => logged.push(line) };
  const down = new Error('not now');

  const batch = handleEvents(log, batchOf(20), (event) => {
    if (event === 3) return Promise.reject(down);
    handled.push(event);
    return Promise.resolve('handled');
  });

  await expect(batch).rejects.toMatchObject({
    code: 'twilio_unavailable',
    cause: down,
    retryAfterSeconds: 1,
  });
  expect(handled).toHaveLength(19);
  expect(logged).toEqual([['events_failed', { failed: 1, of: 20 }]]);
});
