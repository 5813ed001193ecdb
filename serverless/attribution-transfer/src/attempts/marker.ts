import type { Attributes } from '@patchbay/shared/contracts';
import type { Attempt } from '../attempt/attempt';

/**
 * The mark on the original task: `transferTo` and `transferAttempt`. Its end is noted beside it, because a process that
 * read the record before the end may still be about to place the mark: conditional writes order it behind the note,
 * which it then finds.
 */
interface End {
  readonly id: unknown;
  /** When the ended attempt was asked for, ms since 1970; whatever is older has ended too. */
  readonly requestedAt: number;
}

/** The attributes with the attempt's mark; undefined when it is there. */
export function withMarker(current: Attributes, attempt: Attempt): Attributes | undefined {
  const { id, reservationSid, mode, receiver } = attempt;
  if (receiver === undefined) return undefined;
  const marked = attemptIdOf(current) === id && current['transferTo'] === receiver.workerSid;
  return marked
    ? undefined
    : { ...current, transferTo: receiver.workerSid, transferAttempt: { id, reservationSid, mode } };
}

/** The attributes without the attempt's mark, and with the note of its end; undefined when that is how they are. */
export function withoutMarker(
  current: Attributes,
  attempt: Attempt,
  keepEnd: boolean,
): Attributes | undefined {
  const isMarked = attemptIdOf(current) === attempt.id;
  if (!isMarked && (hasEnded(current, attempt) || !keepEnd)) return undefined;
  const { transferTo, transferAttempt, ...rest } = current;
  // Another attempt's mark stays: it began after this one ended.
  const unmarked = isMarked ? rest : current;
  const isNewest = (endOf(current)?.requestedAt ?? 0) <= attempt.requestedAt;
  return keepEnd && isNewest
    ? { ...unmarked, transferEnded: { id: attempt.id, requestedAt: attempt.requestedAt } }
    : unmarked;
}

/** Whether this attempt, or one asked for later, has ended. */
export function hasEnded(current: Attributes, attempt: Attempt): boolean {
  const end = endOf(current);
  return end !== undefined && (end.id === attempt.id || end.requestedAt > attempt.requestedAt);
}

function endOf({ transferEnded }: Attributes): End | undefined {
  if (typeof transferEnded !== 'object' || transferEnded === null) return undefined;
  const { id, requestedAt }: { id?: unknown; requestedAt?: unknown } = transferEnded;
  return typeof requestedAt === 'number' ? { id, requestedAt } : undefined;
}

function attemptIdOf({ transferAttempt }: Attributes): unknown {
  return typeof transferAttempt === 'object' && transferAttempt !== null && 'id' in transferAttempt
    ? transferAttempt.id
    : undefined;
}
