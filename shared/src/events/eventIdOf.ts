import { isObject } from '../isObject';

/** An event's id, also of one that can't be read otherwise; undefined when it has none. Cut, because anybody may have sent it. */
export const eventIdOf = (raw: unknown): string | undefined =>
  isObject(raw) && 'id' in raw && typeof raw.id === 'string' ? raw.id.slice(0, 64) : undefined;
