import type { Json } from '@patchbay/shared';
import { asList, canonicalText } from '../json';
import type { Settings } from '../resource';
import { normaliseConfiguration, normaliseFilter } from '../workflow/normaliseConfiguration';
import { normaliseExpression } from '../workflow/normaliseExpression';

export interface Difference {
  readonly setting: string;
  readonly from: Json;
  readonly to: Json;
}

/** Where the settings differ in what they mean, not in how they are written. */
export const differences = (from: Settings, to: Settings): readonly Difference[] =>
  Object.entries(to)
    .map(([setting, value]) => ({ setting, from: from[setting] ?? null, to: value }))
    .filter(
      ({ setting, from: before, to: after }) =>
        canonicalText(normalise(setting, before)) !== canonicalText(normalise(setting, after)),
    );

/** Equal for settings that mean the same. */
export const meaningOf = (settings: Settings): string =>
  canonicalText(
    Object.fromEntries(
      Object.entries(settings).map(([setting, value]) => [setting, normalise(setting, value)]),
    ),
  );

function normalise(setting: string, value: Json): Json {
  if (setting === 'configuration') return normaliseConfiguration(value);
  if (setting === 'filter') return normaliseFilter(value);
  if (setting === 'targetWorkers' && typeof value === 'string') return normaliseExpression(value);
  if (setting === 'types') return (asList(value) ?? []).map(String).sort();
  return value;
}
