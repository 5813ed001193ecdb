/** One measured number. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** e.g. `ms`, `per second`, or `× require('https')` for a ratio. */
  readonly unit: string;
  /** What it should be; printed beside it. */
  readonly aim?: { readonly atMost: number } | { readonly atLeast: number };
}

/** Something to measure; run alone, one after the other. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Figure[]>;
}
