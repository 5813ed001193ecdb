import fc from 'fast-check';
import * as z from 'zod/mini';
import { memoryStore, type Store, StoreUnavailable } from '../store';
import { manualClock } from '../testing/manualClock';
import { UpstreamError } from '../twilio/upstreamError';
import type { OnceOptions, OnceOutcome } from './once';
import { runOnce } from './runOnce';

const LEASE = 15_000;
const GRACE = 5_000;

/** What befalls one call to the store, or one effect. A crash: the worker never hears of it and does nothing more. */
const FATES = [
  'fine',
  'fine',
  'fine',
  'not-applied',
  'answer-lost',
  'crash-before',
  'crash-after',
  'late',
] as const;
type Fate = (typeof FATES)[number];

const Answer = z.object({ taskSid: z.string() });
type Outcome = OnceOutcome<z.infer<typeof Answer>>;

const never = <T>() => new Promise<T>(() => undefined);
const ambiguous = () => new UpstreamError({ reason: 'broken', outcome: 'ambiguous', retryable: false });
const throttled = () => new UpstreamError({ reason: 'throttled', outcome: 'not-executed', retryable: true });

/** Twilio and the store, with workers whose every step waits for its turn. */
const startWorld = (scheduler: fc.Scheduler) => {
  const clock = manualClock();
  const store = memoryStore(clock);
  const landed: string[] = [];
  const onTheirWay: { at: number; land: () => void }[] = [];
  const turn = (step: string) => scheduler.schedule(Promise.resolve(), step);

  const advance = (ms: number) => {
    clock.advance(ms);
    for (const request of onTheirWay.splice(0)) {
      if (request.at <= clock.now()) request.land();
      else onTheirWay.push(request);
    }
  };

  const create = () => {
    landed.push(`WT${landed.length + 1}`);
    return { taskSid: landed.at(-1) ?? '' };
  };

  const suffer = async <T>(fate: Fate, act: () => Promise<T>, lost: () => Error): Promise<T> => {
    await turn('call');
    if (fate === 'crash-before') return never();
    if (fate === 'not-applied') throw lost();
    const result = await act();
    await turn('answer');
    if (fate === 'crash-after') return never();
    if (fate === 'answer-lost') throw lost();
    return result;
  };

  const work = async (fates: readonly Fate[]): Promise<Outcome> => {
    const next = fates[Symbol.iterator]();
    const fate = (): Fate => next.next().value ?? 'fine';
    const storeCall = <T>(act: () => Promise<T>) => suffer(fate(), act, () => new StoreUnavailable('test'));
    const faulty: Store = {
      get: (...args) => storeCall(() => store.get(...args)),
      createIfAbsent: (...args) => storeCall(() => store.createIfAbsent(...args)),
      compareAndSet: (...args) => storeCall(() => store.compareAndSet(...args)),
    };
    const effect = async () => {
      const own = fate();
      if (own === 'not-applied') throw throttled();
      if (own === 'crash-before') return never<{ taskSid: string }>();
      // A request leaves at once: what is slow is its way, at most the grace.
      if (own === 'late') onTheirWay.push({ at: clock.now() + GRACE - 1, land: create });
      const answer = own === 'late' ? undefined : create();
      await turn('effect');
      if (own === 'crash-after') return never<{ taskSid: string }>();
      if (own === 'answer-lost' || answer === undefined) throw ambiguous();
      return answer;
    };
    const reconcile = async () => {
      await turn('look');
      if (fate() === 'not-applied') throw throttled();
      return landed[0] === undefined ? ('absent' as const) : { found: { taskSid: landed[0] } };
    };
    return runOnce(optionsFor(faulty), { answer: Answer, effect, reconcile });
  };

  let lastId = 0;
  const optionsFor = (used: Store): OnceOptions => ({
    store: used,
    clock,
    ids: { next: () => String((lastId += 1)) },
    key: 'key',
    fingerprint: 'print',
    leaseMs: LEASE,
    graceMs: GRACE,
    retentionMs: 365 * 24 * 3_600_000,
  });
  return { landed, advance, work };
};

const worker = fc.array(fc.array(fc.constantFrom(...FATES), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 4,
});
const jump = fc.constantFrom(1, 1_000, GRACE - 1, GRACE, LEASE - 1, LEASE, LEASE + GRACE, 3_600_000);

describe('runOnce', () => {
  it('has one effect at most, and one answer for all, whatever happens to its workers, their calls and the time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(worker, { minLength: 2, maxLength: 3 }),
        fc.array(jump, { maxLength: 8 }),
        async (scheduler, workers, jumps) => {
          const world = startWorld(scheduler);
          const answers = new Set<string>();
          const note = (outcome: Outcome) => {
            if (outcome.kind !== 'refused') answers.add(JSON.stringify(outcome.answer));
          };
          // A client that asks again, each time with its own run of luck.
          const ask = async (attempts: readonly (readonly Fate[])[]) => {
            for (const fates of attempts) await world.work(fates).then(note, () => undefined);
          };
          for (const attempts of workers) void ask(attempts);
          scheduler.scheduleSequence(
            jumps.map((ms) => ({
              builder: () => {
                world.advance(ms);
                return Promise.resolve();
              },
              label: `jump ${ms}`,
            })),
          );
          await scheduler.waitIdle();

          // The storm is over: whoever asks often enough gets the answer.
          for (let round = 0; round < 4; round += 1) {
            world.advance(LEASE + GRACE);
            void ask([[]]);
            await scheduler.waitIdle();
          }

          expect(world.landed).toHaveLength(1);
          expect([...answers]).toEqual(['{"taskSid":"WT1"}']);
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
