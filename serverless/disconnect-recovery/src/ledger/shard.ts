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
  /** Calls that could not be saved, and the latest of them, so that none is counted twice. */
  unsaved: z.object({ count: z.number(), latest: z.array(TaskSid) }),
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
const MAX_LATEST = 8;

export const shardOf = (taskSid: TaskSid): number => parseInt(taskSid.slice(-4), 16) % SHARDS;

export const newDay = (now: number): Day => ({
  date: dateOf(now),
  ended: 0,
  outcomes: {},
  announced: { count: 0, ms: 0 },
  reconnected: { count: 0, ms: 0 },
  unsaved: { count: 0, latest: [] },
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
  const ended = [view, ...shard.ended].slice(0, MAX_ENDED);
  return { open: rest.open, ended, day: counted(dayOf(shard, now), view) };
}

/** With one more call that its agent's leg took along. A repeat changes nothing. */
export function withUnsaved(shard: Shard, taskSid: TaskSid, now: number): Shard {
  const { count, latest } = shard.day.unsaved;
  if (latest.includes(taskSid)) return shard;
  const day = dayOf(shard, now);
  const unsaved = {
    count: day === shard.day ? count + 1 : 1,
    latest: [taskSid, ...latest].slice(0, MAX_LATEST),
  };
  return { ...shard, day: { ...day, unsaved } };
}

/** The sums of today, which begin at midnight UTC. */
const dayOf = ({ day }: Shard, now: number): Day => (day.date === dateOf(now) ? day : newDay(now));

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
