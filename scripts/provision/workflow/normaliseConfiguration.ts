import type { Json } from '@patchbay/shared';
import { asList, asObject, type JsonObject } from '../json';
import { normaliseExpression } from './normaliseExpression';

/**
 * A workflow's configuration in one spelling, for comparing: what Twilio takes for granted is filled in (doc "Workflow
 * configuration": a target without a queue has that of the one before, numbers may be text). What is no configuration
 * stays as it is.
 */
export function normaliseConfiguration(configuration: Json): Json {
  const document = asObject(configuration);
  const routing = asObject(document?.['task_routing']);
  if (document === undefined || routing === undefined) return configuration;
  const filters = asList(routing['filters'] ?? []) ?? [];
  return {
    ...document,
    task_routing: dropNulls({ ...routing, filters: filters.map(normaliseFilter) }),
  };
}

/** One filter of a configuration in one spelling. */
export function normaliseFilter(value: Json): Json {
  const filter = asObject(value);
  if (filter === undefined) return value;
  // Older documents call it friendly_name.
  const { friendly_name: olderName, filter_friendly_name: name = olderName, targets, ...rest } = filter;
  let queue: Json | undefined;
  return dropNulls({
    ...normaliseExpressions(rest),
    filter_friendly_name: name,
    targets: (asList(targets) ?? []).map((item) => {
      const target = asObject(item);
      if (target === undefined) return item;
      queue = target['queue'] ?? queue;
      return dropNulls({ ...normaliseNumbers(normaliseExpressions(target)), queue });
    }),
  });
}

const normaliseExpressions = (object: JsonObject): JsonObject =>
  mapMembers(object, ['expression', 'skip_if'], (value) =>
    typeof value === 'string' ? normaliseExpression(value) : value,
  );

const normaliseNumbers = (object: JsonObject): JsonObject =>
  mapMembers(object, ['timeout', 'priority'], (value) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  );

const mapMembers = (
  object: JsonObject,
  names: readonly string[],
  change: (value: Json | undefined) => Json | undefined,
): JsonObject => ({
  ...object,
  ...Object.fromEntries(names.filter((name) => name in object).map((name) => [name, change(object[name])])),
});

const dropNulls = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
