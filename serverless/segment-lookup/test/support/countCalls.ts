import type { Centre } from './centre';

export interface Calls {
  /** Requests to Flex Insights, by step. */
  readonly insights: Readonly<Record<string, number>>;
  readonly insightsCalls: number;
  readonly sync: number;
  readonly iam: number;
}

const STEPS: readonly (readonly [string, RegExp])[] = [
  ['login', /\/account\/login$/],
  ['tt', /\/account\/token$/],
  ['identifiers', /\/identifiers$/],
  ['elements', /\/validElements/],
  ['execute', /\/execute\/raw$/],
  ['report', /\/execute\/raw\/:/],
];

/** Requests that reached the local Twilio while `work` ran. */
export async function countCalls<T>(
  { local }: Centre,
  work: () => Promise<T>,
): Promise<Calls & { result: T }> {
  const since = local.journal.sequence;
  const result = await work();
  const entries = local.journal.entries({ since, direction: 'in' });
  const to = (product: string) => entries.filter(({ host }) => host.startsWith(`${product}.`));
  const insights: Record<string, number> = {};
  for (const { pattern = 'unrouted' } of to('analytics')) {
    const [step] = STEPS.find(([, path]) => path.test(pattern)) ?? [pattern];
    insights[step] = (insights[step] ?? 0) + 1;
  }
  return {
    result,
    insights,
    insightsCalls: to('analytics').length,
    sync: to('sync').length,
    iam: to('iam').length,
  };
}
