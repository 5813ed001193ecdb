/** A segment as reports show it: texts by field name. */
export interface Row {
  readonly segment_id: string;
  /** The external ID of the segment's conversation: the task's SID. */
  readonly external_id: string;
  /** Tells apart elements that have the same external ID for their title; one element per external ID unless given. */
  readonly element?: string;
  readonly [field: string]: string | undefined;
}

export interface Column {
  /** What the CSV's first line says. */
  readonly title: string;
  /** Which of a row's fields it shows; empty where a row has none of that name. */
  readonly field: string;
}

export interface Report {
  /** The report's object ID in the workspace, e.g. `2001`. */
  readonly id: string;
  readonly columns: readonly Column[];
  /** Milliseconds until an execution is ready, instead of what holds for all reports. */
  readonly latencyMs?: number;
}

export interface User {
  readonly login: string;
  readonly password: string;
}
