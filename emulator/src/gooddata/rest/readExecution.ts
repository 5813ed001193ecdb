import { isObject } from '../../kernel/isObject';
import { elementUri, formUri } from '../reports/elements';
import type { Execution } from '../reports/execution';
import type { StoredRow } from '../reports/rowTable';
import type { InsightsSettings } from '../settings';
import { textsIn, unwrap } from './readGdcBody';
import { refuse } from './refusal';

type Fields = Readonly<Record<string, unknown>>;

/** The elements a filter lets through. Lists over the external ID are all that is known here. */
function readFilter(settings: InsightsSettings, filter: unknown): ReadonlySet<string> {
  if (!isObject(filter)) throw refuse(400, 'A filter must be an object');
  if (filter['uri'] !== formUri(settings))
    throw refuse(400, 'The filter names no display form of the report');
  const constraint = unwrap(filter, 'constraint');
  if (constraint['type'] !== 'list')
    throw refuse(501, 'The local Twilio knows no other constraint than a list');
  const elements = textsIn(constraint, 'elements');
  if (elements === undefined || elements.length === 0) throw refuse(400, 'The list has no elements');
  const start = elementUri(settings, 0).slice(0, -1);
  if (!elements.every((uri) => uri.startsWith(start)))
    throw refuse(400, 'The list has something else than elements of the attribute');
  return new Set(elements);
}

function readFilters(settings: InsightsSettings, request: Fields): readonly ReadonlySet<string>[] {
  const { context } = request;
  if (context === undefined) return [];
  if (!isObject(context)) throw refuse(400, 'context must be an object');
  const { filters = [] } = context;
  if (!Array.isArray(filters)) throw refuse(400, 'filters must be a list');
  return filters.map((filter: unknown) => readFilter(settings, filter));
}

/** What a body of `execute/raw` asks for. Throws 404 for an unknown report, 400 for what can't be read. */
export function readExecution(
  settings: InsightsSettings,
  rows: readonly StoredRow[],
  body: Fields,
): Execution {
  const request = unwrap(body, 'report_req');
  const { report: uri } = request;
  if (typeof uri !== 'string') throw refuse(400, 'report_req names no report');
  const report = settings.reports.find(({ id }) => uri === `/gdc/md/${settings.workspaceId}/obj/${id}`);
  if (!report) throw refuse(404, `The object ${uri} does not exist`);
  const filters = readFilters(settings, request);
  return {
    report,
    filtered: filters.length > 0,
    rows: rows
      .filter(({ elementId }) => filters.every((elements) => elements.has(elementUri(settings, elementId))))
      .map(({ row }) => row),
  };
}
