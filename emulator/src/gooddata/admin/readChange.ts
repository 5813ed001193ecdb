import { isObject } from '../../kernel/isObject';
import {
  InvalidInput,
  optional,
  readBoolean,
  readFields,
  readList,
  readNumber,
  readText,
  type Fields,
} from '../../kernel/jsonFields';
import type { Column, Report, Row, User } from '../model';
import type { InsightsSettings } from '../settings';

const MAX_DELAY_MS = 366 * 24 * 60 * 60_000;
const MAX_ROWS = 20_000;
const MAX_ITEMS = 1_000;

/** Settings to change, and rows to add. */
export interface InsightsChange extends Partial<InsightsSettings> {
  readonly rows?: readonly Row[];
  /** When the rows come, milliseconds from now; at once unless given. */
  readonly rowsDelayMs?: number;
}

const CHOICES = {
  restated: ['repeated', 'replaced'],
  emptyAnswer: ['no-content', 'header-only'],
  lineEnd: ['lf', 'crlf'],
  quotes: ['needed', 'always'],
  elementsTask: ['uri', 'see-other'],
} as const;

function readChoice<T extends string>(fields: Fields, name: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === fields[name]);
  if (chosen !== undefined) return chosen;
  throw new InvalidInput(`${name} must be ${choices.join(' or ')}`);
}

function readObjectId(fields: Fields, name: string): string {
  const id = readText(fields, name);
  if (/^\d{1,15}$/.test(id)) return id;
  throw new InvalidInput(`${name} must be the number of an object, as a text`);
}

function readUser(value: unknown): User {
  const fields = readFields(value, 'A user', ['login', 'password']);
  return { login: readText(fields, 'login'), password: readText(fields, 'password') };
}

function readColumn(value: unknown): Column {
  const fields = readFields(value, 'A column', ['title', 'field']);
  return { title: readText(fields, 'title'), field: readText(fields, 'field') };
}

function readReport(value: unknown): Report {
  const fields = readFields(value, 'A report', ['id', 'columns', 'latencyMs']);
  return {
    id: readObjectId(fields, 'id'),
    columns: readList(fields, 'columns', MAX_ITEMS, readColumn),
    ...optional(fields, 'latencyMs', () => readNumber(fields, 'latencyMs', 0, MAX_DELAY_MS)),
  };
}

function readRow(value: unknown): Row {
  if (!isObject(value)) throw new InvalidInput('A row must be a JSON object');
  const texts = Object.entries(value).map(([name, text]): [string, string] => {
    if (typeof text === 'string') return [name, text];
    throw new InvalidInput(`A row's ${name} must be a text`);
  });
  return {
    ...Object.fromEntries(texts),
    segment_id: readText(value, 'segment_id'),
    external_id: readText(value, 'external_id'),
  };
}

/** What a scenario's `insights`, or a POST to the administration, wants. Throws InvalidInput, naming the field. */
export function readChange(value: unknown): InsightsChange {
  const delays = [
    'reportLatencyMs',
    'dataDelayMs',
    'restateAfterMs',
    'elementsLatencyMs',
    'rowsDelayMs',
  ] as const;
  const counts = ['elementsPageSize', 'maxBadLogins', 'maxLogins'] as const;
  const flags = ['byteOrderMark', 'requireUserAgent'] as const;
  const fields = readFields(value, 'insights', [
    ...['workspaceId', 'users', 'reports', 'externalIdForm', 'rows'],
    ...Object.keys(CHOICES),
    ...[...delays, ...counts, ...flags],
  ]);
  const all = <K extends string, V>(names: readonly K[], read: (name: K) => V): Partial<Record<K, V>> => {
    const given: Partial<Record<K, V>> = {};
    for (const name of names) if (fields[name] !== undefined) given[name] = read(name);
    return given;
  };
  return {
    ...optional(fields, 'workspaceId', () => readText(fields, 'workspaceId')),
    ...optional(fields, 'users', () => readList(fields, 'users', MAX_ITEMS, readUser)),
    ...optional(fields, 'reports', () => readList(fields, 'reports', MAX_ITEMS, readReport)),
    ...optional(fields, 'externalIdForm', () => readObjectId(fields, 'externalIdForm')),
    ...optional(fields, 'rows', () => readList(fields, 'rows', MAX_ROWS, readRow)),
    ...optional(fields, 'restated', () => readChoice(fields, 'restated', CHOICES.restated)),
    ...optional(fields, 'emptyAnswer', () => readChoice(fields, 'emptyAnswer', CHOICES.emptyAnswer)),
    ...optional(fields, 'lineEnd', () => readChoice(fields, 'lineEnd', CHOICES.lineEnd)),
    ...optional(fields, 'quotes', () => readChoice(fields, 'quotes', CHOICES.quotes)),
    ...optional(fields, 'elementsTask', () => readChoice(fields, 'elementsTask', CHOICES.elementsTask)),
    ...all(delays, (name) => readNumber(fields, name, 0, MAX_DELAY_MS)),
    ...all(counts, (name) => readNumber(fields, name, 1, 1_000_000)),
    ...all(flags, (name) => readBoolean(fields, name)),
  };
}
