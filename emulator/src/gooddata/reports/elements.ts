import type { InsightsSettings } from '../settings';
import type { StoredRow } from './rowTable';

/** A value of the external ID attribute. */
export interface Element {
  readonly title: string;
  readonly uri: string;
}

export interface ElementsRequest {
  /** Only these titles, exactly. */
  readonly titles?: readonly string[];
  /** Only these elements, or with `complement` all but these. */
  readonly uris?: readonly string[];
  readonly complement?: boolean;
  /** Only titles that contain it, whatever the case. */
  readonly filter: string;
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

export interface ElementsPage {
  readonly items: readonly Element[];
  /** How many there are on all pages. */
  readonly total: number;
}

const objectUri = (workspaceId: string, objectId: string): string => `/gdc/md/${workspaceId}/obj/${objectId}`;

/** The address of the external ID's display form. */
export const formUri = ({ workspaceId, externalIdForm }: InsightsSettings): string =>
  objectUri(workspaceId, externalIdForm);

/** The address of the external ID's attribute. */
export const attributeUri = ({ workspaceId, externalIdForm }: InsightsSettings): string =>
  objectUri(workspaceId, String(Number(externalIdForm) - 1));

export const elementUri = (settings: InsightsSettings, elementId: number): string =>
  `${attributeUri(settings)}/elements?id=${elementId}`;

/** The elements of the external ID that are in the rows. */
export function findElements(
  settings: InsightsSettings,
  rows: readonly StoredRow[],
  request: ElementsRequest,
): ElementsPage {
  const { titles, uris = [], complement = false } = request;
  const wanted = titles && new Set(titles);
  const named = new Set(uris);
  const filter = request.filter.toLowerCase();
  const direction = request.order === 'asc' ? 1 : -1;
  const elements = new Map(rows.map(({ row, elementId }) => [elementId, row.external_id]));
  const found = [...elements]
    .map(([id, title]) => ({ title, uri: elementUri(settings, id) }))
    .filter(
      ({ title, uri }) =>
        (wanted === undefined || wanted.has(title)) &&
        (named.size === 0 || named.has(uri) !== complement) &&
        title.toLowerCase().includes(filter),
    )
    .sort((a, b) => direction * (compare(a.title, b.title) || compare(a.uri, b.uri)));
  return { items: found.slice(request.offset, request.offset + request.limit), total: found.length };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
