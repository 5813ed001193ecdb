import type { Contract } from '../../contracts/contract';
import { isWebhook } from '../isWebhook';
import { fieldsOf } from './formKind';

/**
 * A webhook's events as the `events` list its contract asks for. Twilio Functions spread a JSON array into the fields
 * '0', '1', …, and an empty one into nothing; a single object or form is a list of one.
 */
export function collectEvents(
  fields: Readonly<Record<string, unknown>>,
  contract: Contract,
): Readonly<Record<string, unknown>> {
  if (
    !isWebhook(contract.access) ||
    'events' in fields ||
    fieldsOf(contract.request).events?._zod.def.type !== 'array'
  )
    return fields;
  const names = Object.keys(fields);
  // Integer keys enumerate in ascending order, whatever order they were set in.
  const indices = names.filter((name) => /^\d{1,6}$/.test(name));
  if (indices.length > 0) return { events: indices.map((index) => fields[index]) };
  return { events: names.length === 0 ? [] : [fields] };
}
