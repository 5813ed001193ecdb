import type { Parameters } from '../../kernel/parameters';
import { describeEvent } from '../callbacks';
import type { TaskRouterEvent } from '../engine/events';

const MINUTE_MS = 60_000;
const DEFAULT_MINUTES = 15;

/** Filters by what an event is about, and the event's field that each compares with. */
const FIELDS = [
  ['TaskSid', ['task_sid']],
  ['ReservationSid', ['reservation_sid']],
  ['WorkerSid', ['worker_sid']],
  ['TaskQueueSid', ['task_queue_sid']],
  ['WorkflowSid', ['workflow_sid']],
  ['TaskChannel', ['task_channel_unique_name', 'task_channel_sid']],
] as const;

/**
 * The events a list request asks for, of the last quarter of an hour unless it says otherwise (docs: Event Resource).
 * Throws 400/20001 for a date or a number that is none.
 */
export function filterEvents(
  events: readonly TaskRouterEvent[],
  query: Parameters,
  now: number,
): readonly TaskRouterEvent[] {
  const minutes = query.integer('Minutes', 0) ?? DEFAULT_MINUTES;
  const start = query.instant('StartDate') ?? now - minutes * MINUTE_MS;
  // Dates are whole seconds: an event within the last one is "on" it.
  const end = (query.instant('EndDate') ?? Infinity) + 999;
  const type = query.text('EventType');
  const sid = query.text('Sid');
  const about = FIELDS.flatMap(([name, fields]) => {
    const value = query.text(name);
    return value === undefined ? [] : [{ value, fields }];
  });
  return events.filter((event) => {
    if (event.at < start || event.at > end) return false;
    if (event.type !== (type ?? event.type) || event.sid !== (sid ?? event.sid)) return false;
    if (about.length === 0) return true;
    const told = describeEvent(event);
    return about.every(({ value, fields }) => fields.some((field) => told[field] === value));
  });
}
