/** Why an attempt did not succeed: no connection, no answer in time, or an answer of that class. */
export type FailureClass = 'ct' | 'rt' | '4xx' | '5xx';

/** How a webhook is tried. Source: Twilio docs, "Webhooks: connection overrides". Times in milliseconds. */
export interface ConnectionOverrides {
  readonly connectMs: number;
  readonly readMs: number;
  readonly totalMs: number;
  readonly retries: number;
  readonly retryOn: ReadonlySet<FailureClass>;
}

const CLASSES: readonly FailureClass[] = ['ct', 'rt', '4xx', '5xx'];
const MAX_TOTAL_MS = 15_000;

function readWithin(text: string | null, min: number, max: number, fallback: number): number {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= min && value <= max ? value : fallback;
}

function readClasses(text: string | null): ReadonlySet<FailureClass> {
  const named = (text ?? '').split(',');
  if (named.includes('all')) return new Set(CLASSES);
  const known = CLASSES.filter((failure) => named.includes(failure));
  return new Set(known.length > 0 ? known : ['ct']);
}

/**
 * Reads the fragment `#ct=…&rt=…&tt=…&rc=…&rp=…`. Without one: one retry, only when no connection could be made.
 * A value out of its range counts as absent.
 * @param timeoutMs how long Twilio waits for this kind of webhook unless `rt` says otherwise
 */
export function readConnectionOverrides(fragment: string, timeoutMs: number): ConnectionOverrides {
  const values = new URLSearchParams(fragment);
  return {
    connectMs: readWithin(values.get('ct'), 100, 10_000, 5_000),
    readMs: readWithin(values.get('rt'), 100, MAX_TOTAL_MS, timeoutMs),
    totalMs: readWithin(values.get('tt'), 100, MAX_TOTAL_MS, MAX_TOTAL_MS),
    retries: readWithin(values.get('rc'), 0, 5, 1),
    retryOn: readClasses(values.get('rp')),
  };
}
