import type { Column, Row } from '../model';
import type { InsightsSettings } from '../settings';

export type CsvStyle = Pick<InsightsSettings, 'lineEnd' | 'byteOrderMark' | 'quotes'>;

const NEEDS_QUOTES = /[",\r\n]/;

/** A report as CSV (RFC 4180) with a header line; every line ends with a line end, the last one too. */
export function toCsv(columns: readonly Column[], rows: readonly Row[], style: CsvStyle): string {
  const lineEnd = style.lineEnd === 'crlf' ? '\r\n' : '\n';
  const field = (text: string): string =>
    style.quotes === 'always' || NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const line = (texts: readonly string[]): string => texts.map(field).join(',') + lineEnd;
  return [
    style.byteOrderMark ? '\uFEFF' : '',
    line(columns.map(({ title }) => title)),
    ...rows.map((row) => line(columns.map((column) => row[column.field] ?? ''))),
  ].join('');
}
