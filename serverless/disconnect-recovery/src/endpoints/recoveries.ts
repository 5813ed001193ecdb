import { implement, ok } from '@patchbay/shared';
import { recoveriesContract, type RecoveryOutcome, type RecoveryView } from '@patchbay/shared/contracts';
import { findCall } from '../calls/storedCalls';
import { readLedger } from '../ledger/readLedger';
import { dateOf, type Shard } from '../ledger/shard';
import { viewOf } from '../ledger/viewOf';
import type { RecoveryPorts } from '../ports';
import { DONE } from './answers';

/** More than a supervisor reads; each in progress costs a read. */
const MAX_IN_PROGRESS = 100;
const MAX_ENDED = 100;

/** GET /recoveries. 32 reads, and one for each recovery in progress. */
export const recoveries = implement<
  RecoveryPorts,
  typeof recoveriesContract.request,
  typeof recoveriesContract.response
>(recoveriesContract, async (_input, ports) => {
  const now = ports.clock.now();
  const shards = await readLedger(ports);
  const inProgress = await viewOpen(ports, shards);
  const ended = shards
    .flatMap((shard) => shard.ended)
    .sort(latestFirst)
    .slice(0, MAX_ENDED);
  return ok({
    ...DONE,
    at: new Date(now).toISOString(),
    inProgress,
    ended,
    today: sumUp(shards, inProgress, now),
  });
});

async function viewOpen(ports: RecoveryPorts, shards: readonly Shard[]): Promise<RecoveryView[]> {
  const open = shards.flatMap((shard) => shard.open).sort((left, right) => left.at - right.at);
  const found = await Promise.all(
    open
      .slice(0, MAX_IN_PROGRESS)
      .map(({ taskSid }) => findCall({ ...ports, log: ports.log.with({}) }, taskSid)),
  );
  return found.flatMap((stored) => {
    const drop = stored?.value.drop;
    // Waiting in silence for somebody a call was transferred to is no recovery yet; an ended one is about to be listed so.
    const isShown = drop?.firstAnnouncedAt !== undefined && drop.phase !== 'ended';
    return stored !== undefined && drop !== undefined && isShown ? [viewOf(stored.value, drop)] : [];
  });
}

function sumUp(shards: readonly Shard[], inProgress: readonly RecoveryView[], now: number) {
  const days = shards.map(({ day }) => day).filter(({ date }) => date === dateOf(now));
  const total = (amount: (day: (typeof days)[number]) => number): number =>
    days.reduce((sum, day) => sum + amount(day), 0);
  const ended = (outcome: RecoveryOutcome): number => total((day) => day.outcomes[outcome] ?? 0);
  const outcomes: Record<RecoveryOutcome, number> = {
    reconnected: ended('reconnected'),
    taken_over: ended('taken_over'),
    hung_up: ended('hung_up'),
    graceful: ended('graceful'),
    closed: ended('closed'),
  };
  return {
    dropped: total((day) => day.ended) + inProgress.length,
    outcomes,
    unsaved: total((day) => day.unsaved.count),
    meanMsToAnnouncement: mean(
      total((day) => day.announced.ms),
      total((day) => day.announced.count),
    ),
    meanMsToReconnect: mean(
      total((day) => day.reconnected.ms),
      total((day) => day.reconnected.count),
    ),
  };
}

const mean = (sum: number, count: number): number | null => (count === 0 ? null : Math.round(sum / count));

const latestFirst = (left: RecoveryView, right: RecoveryView): number =>
  (left.endedAt ?? '') < (right.endedAt ?? '') ? 1 : -1;
