import type { Json } from '@patchbay/shared';
import { asList, asObject, canonicalText } from '../json';
import { normaliseConfiguration } from '../workflow/normaliseConfiguration';
import type { Difference } from './differences';
import type { Step } from './plan';

/** A step in words: a line, and one for each difference. */
export function wordsFor(step: Step): readonly string[] {
  switch (step.do) {
    case 'create':
      return [`+ create ${step.wanted.kind} "${step.wanted.name}"`];
    case 'keep':
      return [`  ${step.ours ? 'keep' : 'adopt'} ${step.found.kind} "${step.found.name}"`];
    case 'remove':
      return [`- remove ${step.found.kind} "${step.found.name}"${objection(step.objection)}`];
    case 'change':
      return [
        `~ change ${step.found.kind} "${step.found.name}"${objection(step.objection)}`,
        ...step.differences.flatMap(wordsForDifference).map((line) => `    ${line}`),
      ];
  }
}

const objection = (words: string | undefined): string => (words === undefined ? '' : ` (${words})`);

function wordsForDifference({ setting, from, to }: Difference): readonly string[] {
  if (setting === 'configuration') return wordsForConfiguration(from, to);
  if (setting === 'types') return wordsForTypes(from, to);
  if (setting === 'position') return ['to the top of the workflow'];
  return [`${setting}: ${short(from)} → ${short(to)}`];
}

function wordsForTypes(from: Json, to: Json): readonly string[] {
  const [before, after] = [(asList(from) ?? []).map(String), (asList(to) ?? []).map(String)];
  return [
    ...after.filter((type) => !before.includes(type)).map((type) => `+ ${type}`),
    ...before.filter((type) => !after.includes(type)).map((type) => `- ${type}`),
  ];
}

/** Filter by filter, because the whole is too long to see anything in it. */
function wordsForConfiguration(from: Json, to: Json): readonly string[] {
  const [before, after] = [partsOf(from), partsOf(to)];
  const changed = [...after].filter(([name, part]) => before.has(name) && before.get(name) !== part);
  const lines = [
    ...[...after.keys()].filter((name) => !before.has(name)).map((name) => `+ ${name}`),
    ...changed.flatMap(([name, part]) => [
      `${name}: ${before.get(name) ?? ''}`,
      `${' '.repeat(name.length)}→ ${part}`,
    ]),
    ...[...before.keys()].filter((name) => !after.has(name)).map((name) => `- ${name}`),
  ];
  return lines.length > 0 ? lines : ['the order of its filters'];
}

function partsOf(configuration: Json): ReadonlyMap<string, string> {
  const routing = asObject(asObject(normaliseConfiguration(configuration))?.['task_routing']) ?? {};
  const filters = (asList(routing['filters']) ?? []).map((filter, index) => {
    const name = asObject(filter)?.['filter_friendly_name'];
    return [
      `filter "${typeof name === 'string' ? name : String(index + 1)}"`,
      canonicalText(filter),
    ] as const;
  });
  const { filters: _filters, default_filter: fallback, ...rest } = routing;
  return new Map([
    ...filters,
    ...(fallback === undefined ? [] : [['default filter', canonicalText(fallback)] as const]),
    ...Object.entries(rest).map(([name, value]) => [name, canonicalText(value ?? null)] as const),
  ]);
}

const short = (value: Json): string => (typeof value === 'string' ? value : canonicalText(value));
