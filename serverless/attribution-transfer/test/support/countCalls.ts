import type { Centre } from './centre';

/** Requests that reached the local Twilio while `work` ran, per product. */
export async function countCalls<T>(
  { local }: Centre,
  work: () => Promise<T>,
): Promise<{ result: T; taskRouter: number; sync: number; iam: number }> {
  const since = local.journal.sequence;
  const result = await work();
  const entries = local.journal.entries({ since, direction: 'in' });
  const to = (product: string): number => entries.filter(({ host }) => host.startsWith(`${product}.`)).length;
  return { result, taskRouter: to('taskrouter'), sync: to('sync'), iam: to('iam') };
}
