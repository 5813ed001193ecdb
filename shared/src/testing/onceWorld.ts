import * as z from 'zod/mini';
import type { OnceActions, OnceOptions } from '../idempotency/once';
import { runOnce } from '../idempotency/runOnce';
import { memoryStore } from '../store/memoryStore';
import { manualClock } from './manualClock';

const Answer = z.object({ taskSid: z.string() });
export type Answer = z.infer<typeof Answer>;

export const LEASE = 15_000;
export const GRACE = 5_000;

/** A store, a clock and a Twilio that makes tasks, for tests of runOnce. */
export const startOnceWorld = () => {
  const clock = manualClock();
  const store = memoryStore(clock);
  const created: Answer[] = [];
  let lastId = 0;
  const options = (changes: Partial<OnceOptions> = {}): OnceOptions => ({
    store,
    clock,
    ids: { next: () => String((lastId += 1)) },
    key: 'key',
    fingerprint: 'print',
    leaseMs: LEASE,
    graceMs: GRACE,
    retentionMs: 3_600_000,
    ...changes,
  });
  const create = (): Promise<Answer> => {
    const answer = { taskSid: `WT${created.length + 1}` };
    created.push(answer);
    return Promise.resolve(answer);
  };
  const actions = (changes: Partial<OnceActions<Answer>> = {}): OnceActions<Answer> => ({
    answer: Answer,
    effect: create,
    reconcile: () => Promise.resolve(created[0] ? { found: created[0] } : 'absent'),
    ...changes,
  });
  return { clock, store, created, options, create, actions };
};

/** A worker that has begun its effect, whose end is decided from outside. */
export const beginSlowly = async (world: ReturnType<typeof startOnceWorld>) => {
  let end: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  const { promise: outcome } = await new Promise<{ promise: ReturnType<typeof runOnce<Answer>> }>((begun) => {
    const effect = () =>
      new Promise<Answer>((resolve, reject) => {
        end = { resolve, reject };
        begun({ promise });
      });
    const promise = runOnce(world.options(), world.actions({ effect }));
  });
  return {
    outcome,
    succeed: (answer: Answer) => end?.resolve(answer),
    fail: (error: Error) => end?.reject(error),
  };
};
