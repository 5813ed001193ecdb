import type { JsonObject } from '../../sync/model';
import type { Passage } from './passage';

/** Flex's defaults (doc "Queues View", Service Level Threshold and Short Abandons). */
const SERVICE_LEVEL_MS = 20_000;
const SHORT_ABANDON_MS = 5_000;

type Moment =
  'enteredAt' | 'acceptedAt' | 'wrappingAt' | 'completedAt' | 'abandonedAt' | 'leftAt' | 'offeredAt';

/** How long passages took from one moment to another; those without either are left out. */
function spans(passages: readonly Passage[], from: Moment, to: Moment): readonly number[] {
  return passages.flatMap((passage) => {
    const start = passage[from];
    const end = passage[to];
    return start === undefined || end === undefined ? [] : [end - start];
  });
}

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

const share = (count: number, total: number): number => (total === 0 ? 0 : count / total);

/**
 * What became of the tasks of one queue since an instant, in the fields and meanings of Flex UI's Queues view (its
 * texts `QueuesStatsFilter…Description`). Times in milliseconds, percentages as fractions.
 */
export function summarisePassages(passages: readonly Passage[], since: number, now: number): JsonObject {
  const within = (moment: Moment): readonly Passage[] =>
    passages.filter((passage) => (passage[moment] ?? -Infinity) >= since);
  const entered = within('enteredAt');
  const accepted = within('acceptedAt');
  const completed = within('completedAt');
  const gone = within('abandonedAt');
  const left = within('leftAt');
  const abandoned = gone.filter(
    ({ enteredAt, abandonedAt = 0 }) => abandonedAt - enteredAt > SHORT_ABANDON_MS,
  );
  const inTime = spans(accepted, 'enteredAt', 'acceptedAt').filter((wait) => wait <= SERVICE_LEVEL_MS);
  const count = (moments: readonly number[]): number => moments.filter((at) => at >= since).length;
  const decided = accepted.length + abandoned.length;
  return {
    total_tasks_count: entered.length,
    handled_tasks_count: accepted.length,
    total_handled_tasks: completed.length,
    handled_tasks_within_sl_threshold_count: inTime.length,
    handled_tasks_within_sl_threshold_percentage: share(inTime.length, entered.length),
    abandoned_tasks_count: abandoned.length,
    abandoned_tasks_percentage: share(abandoned.length, entered.length),
    short_abandoned_tasks_count: gone.length - abandoned.length,
    short_abandoned_tasks_percentage: share(gone.length - abandoned.length, entered.length),
    flow_out_tasks_count: left.length,
    flow_out_tasks_percentage: share(left.length, entered.length),
    total_missed_invitations: passages.reduce((sum, { missedAt }) => sum + count(missedAt), 0),
    total_rejected_invitations: passages.reduce((sum, { rejectedAt }) => sum + count(rejectedAt), 0),
    average_abandon_time: average(spans(abandoned, 'enteredAt', 'abandonedAt')),
    average_waiting_time: average(spans(accepted, 'enteredAt', 'acceptedAt')),
    average_ring_time: average(spans(accepted, 'offeredAt', 'acceptedAt')),
    average_handle_time: average(spans(completed, 'acceptedAt', 'completedAt')),
    average_talk_time: average(spans(within('wrappingAt'), 'acceptedAt', 'wrappingAt')),
    average_wrapup_time: average(spans(completed, 'wrappingAt', 'completedAt')),
    // Flex UI shows a dash for -1.
    sla_percentage: decided === 0 ? -1 : inTime.length / decided,
    timestamp_updated: now,
  };
}
