import type { Json } from '@patchbay/shared';
import { asList, asObject, type JsonObject } from '../json';

/** Where a filter of this name stands in a configuration, or undefined. */
export function findFilter(
  configuration: Json,
  name: string,
): { readonly position: number; readonly filter: Json } | undefined {
  const filters = filtersOf(configuration);
  const position = filters.findIndex((filter) => isCalled(filter, name));
  const filter = filters[position];
  return filter === undefined ? undefined : { position, filter };
}

/** The configuration with this filter above all others, in place of one of that name; the rest untouched. */
export function putOnTop(configuration: Json, name: string, filter: Json): Json {
  return withFilters(configuration, (filters) => [
    filter,
    ...filters.filter((other) => !isCalled(other, name)),
  ]);
}

/** The configuration without the filter of that name; the rest untouched. */
export const takeOut = (configuration: Json, name: string): Json =>
  withFilters(configuration, (filters) => filters.filter((filter) => !isCalled(filter, name)));

/** The queue of tasks that no filter matches. */
export function defaultQueueOf(configuration: Json): string | undefined {
  const queue = asObject(routingOf(configuration)['default_filter'])?.['queue'];
  return typeof queue === 'string' ? queue : undefined;
}

const withFilters = (configuration: Json, change: (filters: readonly Json[]) => readonly Json[]): Json => ({
  ...asObject(configuration),
  task_routing: { ...routingOf(configuration), filters: change(filtersOf(configuration)) },
});

const routingOf = (configuration: Json): JsonObject =>
  asObject(asObject(configuration)?.['task_routing']) ?? {};

const filtersOf = (configuration: Json): readonly Json[] => asList(routingOf(configuration)['filters']) ?? [];

function isCalled(filter: Json, name: string): boolean {
  const { filter_friendly_name: now, friendly_name: older } = asObject(filter) ?? {};
  return (now ?? older) === name;
}
