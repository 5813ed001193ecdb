import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { ReportFailed } from '../insights/failures';

/** A row of a report: a segment, and the External ID it belongs to where the report has that column. */
export interface ReportRow {
  readonly segmentId: string;
  readonly externalId: string | undefined;
}

export interface Report {
  readonly rows: readonly ReportRow[];
  readonly hasExternalIds: boolean;
}

const Records = z.array(z.array(z.string()));

/**
 * A report's CSV (RFC 4180; also with a BOM, any line ends, blank lines and rows of unequal length). The segment is in the
 * first column that isn't the External ID's. Throws ReportFailed for what is no CSV, such as one that was cut off.
 */
export function readReport(csv: string, externalIdColumn: string | undefined): Report {
  const [header = [], ...records] = recordsOf(csv);
  const names = header.map((name) => name.trim());
  const externalIds = externalIdColumn === undefined ? -1 : names.indexOf(externalIdColumn);
  const segments = externalIds === 0 ? 1 : 0;
  const rows = records.flatMap((record) => {
    const segmentId = record[segments]?.trim() ?? '';
    return segmentId === '' ? [] : [{ segmentId, externalId: record[externalIds]?.trim() }];
  });
  return { rows, hasExternalIds: externalIds !== -1 };
}

function recordsOf(csv: string): string[][] {
  try {
    return Records.parse(
      parse(csv, {
        bom: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        // GoodData quotes what needs it; a quote amid a field is text, not an error.
        relax_quotes: true,
        skip_empty_lines: true,
      }),
    );
  } catch (error) {
    throw new ReportFailed(`report/${codeOf(error)}`);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'CSV';
