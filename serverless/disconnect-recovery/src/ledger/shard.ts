import * as z from 'zod/mini';
import { RecoveryView, TaskSid } from '@patchbay/shared/contracts';

/** Sums of one day, UTC. */
export const Day = z.object({
  date: z.string(),
  ended: z.number(),
  /** By `RecoveryOutcome`. */
  outcomes: z.catchall(z.object({}), z.number()),
  announced: z.object({ count: z.number(), ms: z.number() }),
  reconnected: z.object({ count: z.number(), ms: z.number() }),
});
export type Day = z.infer<typeof Day>;

/** A part of the list of recoveries. */
export const Shard = z.object({
  /** In progress; the rest is in each call's own record. */
  open: z.array(z.object({ taskSid: TaskSid, at: z.number() })),
  /** Latest first. */
  ended: z.array(RecoveryView),
  day: Day,
});
export type Shard = z.infer<typeof Shard>;

/**
 * Sync takes 20 writes a second of one Document, and 2 of one above 10 KiB: 32 parts, each kept small. A call's part follows
 * from its task's SID, whose digits are random.
 */
export const SHARDS = 32;
const MAX_ENDED = 8;

export const shardOf = (taskSid: TaskSid): number => parseInt(taskSid.slice(-4), 16) % SHARDS;

export const newDay = (now: number): Day => ({
  date: dateOf(now),
  ended: 0,
  outcomes: {},
  announced: { count: 0, ms: 0 },
  reconnected: { count: 0, ms: 0 },
});

export const newShard = (now: number): Shard => ({ open: [], ended: [], day: newDay(now) });

export const dateOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** With a recovery in progress. A repeat changes nothing. */
export const withOpen = (shard: Shard, taskSid: TaskSid, at: number): Shard =>
  shard.open.some((one) => one.taskSid === taskSid)
    ? shard
    : { ...shard, open: [...shard.open, { taskSid, at }] };

/** Without it, whatever became of it. */
export const withoutOpen = (shard: Shard, taskSid: TaskSid): Shard =>
  shard.open.some((one) => one.taskSid === taskSid)
    ? { ...shard, open: shard.open.filter((one) => one.taskSid !== taskSid) }
    : shard;

/** Without it; what callers were told of is counted, once, and listed until newer ones come. */
export function withEnded(shard: Shard, view: RecoveryView, now: number): Shard {
  const rest = withoutOpen(shard, view.taskSid);
  const isKnown = shard.ended.some(({ recoveryId }) => recoveryId === view.recoveryId);
  if (view.announcedAt === null || isKnown) return rest;
  const day = shard.day.date === dateOf(now) ? shard.day : newDay(now);
  return { open: rest.open, ended: [view, ...shard.ended].slice(0, MAX_ENDED), day: counted(day, view) };
}

function counted(day: Day, { outcome, msToAnnouncement, msToReconnect }: RecoveryView): Day {
  return {
    ...day,
    ended: day.ended + 1,
    outcomes:
      outcome === null ? day.outcomes : { ...day.outcomes, [outcome]: (day.outcomes[outcome] ?? 0) + 1 },
    announced: summed(day.announced, msToAnnouncement),
    reconnected: summed(day.reconnected, msToReconnect),
  };
}

const summed = (sum: Day['announced'], ms: number | null): Day['announced'] =>
  ms === null ? sum : { count: sum.count + 1, ms: sum.ms + ms };
