import type { Report, Row } from '../model';

/** A report as it was when it was executed: rows that come later are not in it. */
export interface Execution {
  readonly report: Report;
  readonly rows: readonly Row[];
  /** Whether the request had filters. */
  readonly filtered: boolean;
}
