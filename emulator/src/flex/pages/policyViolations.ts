import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';

/** Something a page tried and its content policy forbade: it would have left the machine. */
export interface PolicyViolation {
  /** Grows by one per violation, never reused. */
  readonly sequence: number;
  /** e.g. `alice.localhost`. */
  readonly page: string;
  /** e.g. `connect-src`. */
  readonly directive: string;
  /** Without its query. */
  readonly blocked: string;
  readonly source: string;
}

/** What browsers reported. */
export interface PolicyViolations {
  /** Takes a browser's report (`report-uri`). */
  report(page: string, rawBody: string): void;
  list(): readonly PolicyViolation[];
  clear(): void;
}

const CAPACITY = 200;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '').slice(0, 500);
const withoutQuery = (address: string): string => address.split('?', 1)[0] ?? '';

/** Violations in memory, the oldest forgotten beyond 200. */
export function createPolicyViolations(): PolicyViolations {
  const violations: PolicyViolation[] = [];
  let sequence = 0;
  return {
    report(page, rawBody) {
      const body = readJson(rawBody);
      const report = isObject(body) && isObject(body['csp-report']) ? body['csp-report'] : {};
      sequence += 1;
      violations.push({
        sequence,
        page,
        directive: textOf(report['effective-directive'] ?? report['violated-directive']),
        blocked: withoutQuery(textOf(report['blocked-uri'])),
        source: `${withoutQuery(textOf(report['source-file']))}:${Number(report['line-number'] ?? 0)}`,
      });
      if (violations.length > CAPACITY) violations.shift();
    },
    list: () => [...violations],
    clear() {
      violations.length = 0;
    },
  };
}
