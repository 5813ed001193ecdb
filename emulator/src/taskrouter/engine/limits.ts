import { invalid } from '../../kernel/twilioError';

/** TaskRouter's limits (doc "TaskRouter Limits" and the REST reference of each resource). */
export const ATTRIBUTES_MAX_CHARACTERS = 4096;
export const TASK_TIMEOUT_MAX_S = 1_209_600;
export const TASK_TIMEOUT_DEFAULT_S = 86_400;
export const RESERVATION_TIMEOUT_MAX_S = 86_400;
export const RESERVATION_TIMEOUT_DEFAULT_S = 120;
export const CONFIGURATION_MAX_BYTES = 1_038_576;
export const RESERVED_WORKERS_MAX = 50;
/** An assigned task older than this is deleted by the system. */
export const ASSIGNED_MAX_MS = 86_400_000;
/** A completed or canceled task is deleted this long after it ended (doc "Task Lifecycle"). */
export const FINISHED_KEPT_MS = 300_000;
/** Transitions from pending to reserved after which a task is canceled. */
export const ASSIGNMENTS_MAX = 1000;
const CAPACITY_MAX = 50;

/** Returns `value` when it is a whole number between the bounds, else throws 400/20001 naming the parameter. */
export function wholeNumber(name: string, value: number, min: number, max: number): number {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
  throw invalid(`Invalid value for ${name}: it must be a whole number between ${min} and ${max}`);
}

/** A worker channel's capacity: 0 to 50 tasks. */
export const capacityOf = (value: number): number => wholeNumber('Capacity', value, 0, CAPACITY_MAX);

/** Returns `value` when it says something, else throws 400/20001 naming the parameter. */
export function nonEmpty(name: string, value: string): string {
  if (value.trim() === '') throw invalid(`${name} must not be empty`);
  return value;
}
