import { isObject } from '../../kernel/isObject';

/** Puts SIDs in the place of queue names, wherever a workflow configuration has a field `queue`. */
export function nameQueues(configuration: unknown, sidByName: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(configuration)) return configuration.map((item: unknown) => nameQueues(item, sidByName));
  if (!isObject(configuration)) return configuration;
  return Object.fromEntries(
    Object.entries(configuration).map(([field, value]) => [
      field,
      field === 'queue' && typeof value === 'string'
        ? (sidByName[value] ?? value)
        : nameQueues(value, sidByName),
    ]),
  );
}
