import { isObject } from '../../kernel/isObject';
import type { AdminClient } from './adminClient';
import type { Session } from './session';
import type { FindingKind } from './watchContext';

/** A finding that may be, and why. */
export interface Allowance {
  readonly kind: FindingKind | 'unrouted' | 'policy violation';
  readonly text: RegExp;
  readonly because: string;
}

interface Blemish {
  readonly kind: Allowance['kind'];
  readonly text: string;
}

const listOf = (answer: unknown, name: string): readonly unknown[] => {
  const list = isObject(answer) ? answer[name] : undefined;
  return Array.isArray(list) ? list : [];
};

const describeRequest = (entry: Readonly<Record<string, unknown>>): string =>
  `${String(entry['method'])} ${String(entry['host'])}${String(entry['path'])}`;

/** A line per finding; what came again and again is one line. */
function listWithCounts(blemishes: readonly Blemish[]): string {
  const counts = new Map<string, number>();
  for (const { kind, text } of blemishes) {
    const line = `- ${kind}: ${text}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return Array.from(counts, ([line, count]) => (count === 1 ? line : `${line} (${count} times)`)).join('\n');
}

export interface Cleanliness {
  /** Throws a list of everything unwanted that happened since the last check. */
  check(allowed?: readonly Allowance[]): Promise<void>;
}

/** Watches over everything that should not happen, in the pages and at the local Twilio. */
export function createCleanliness(
  admin: AdminClient,
  sessions: ReadonlyMap<string, Session>,
  always: readonly Allowance[],
): Cleanliness {
  const checked = new Map<string, number>();
  /** What a growing list has got since the last check. */
  const fresh = <T>(source: string, list: readonly T[]): readonly T[] => {
    const since = checked.get(source) ?? 0;
    checked.set(source, list.length);
    return list.slice(since);
  };
  let journalSeen = 0;
  let violationSeen = 0;

  const collect = async (): Promise<readonly Blemish[]> => {
    const journal = await admin.get(`journal?note=unrouted&since=${journalSeen}&limit=1000`);
    if (isObject(journal)) journalSeen = Number(journal['sequence']);
    const violations = listOf(await admin.get('flex'), 'violations')
      .filter(isObject)
      .filter(({ sequence }) => Number(sequence) > violationSeen);
    violationSeen = Number(violations.at(-1)?.['sequence'] ?? violationSeen);
    return [
      ...[...sessions.values()]
        .flatMap(({ name, watch }) => fresh(`page ${name}`, watch.findings))
        .map(({ kind, who, text }) => ({ kind, text: `${who}: ${text}` })),
      ...listOf(journal, 'entries')
        .filter(isObject)
        .map((entry) => ({ kind: 'unrouted' as const, text: describeRequest(entry) })),
      ...violations.map(({ sequence: _, ...violation }) => ({
        kind: 'policy violation' as const,
        text: JSON.stringify(violation),
      })),
    ];
  };

  return {
    async check(allowed = []) {
      const allowances = [...always, ...allowed];
      const unwanted = (await collect()).filter(
        (blemish) => !allowances.some(({ kind, text }) => kind === blemish.kind && text.test(blemish.text)),
      );
      if (unwanted.length === 0) return;
      throw new Error(`This should not have happened:\n${listWithCounts(unwanted)}`);
    },
  };
}
