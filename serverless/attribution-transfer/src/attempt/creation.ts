import { judgeClaim, settleClaim, takeClaim } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import type { Attempt } from './attempt';

/** How long a create whose answer was lost may still be on its way, or be missing from TaskRouter's lists. */
export const CREATE_GRACE_MS = 5_000;

/** The attribution task exists, whoever says so: what its creator still has to report is not needed any more. */
export const known = (attempt: Attempt, { taskSid }: { readonly taskSid: TaskSid }): Attempt => ({
  ...attempt,
  attributionTaskSid: taskSid,
  creation: settleClaim(attempt.creation, { kind: 'done', answer: taskSid }),
});

/** Whether this creator still is the one at work: one that was taken over from has nothing to say any more. */
export const owns = ({ state, creation }: Attempt, owner: string): boolean =>
  state === 'requested' && creation.state === 'in-progress' && creation.owner === owner;

/** The right to create, taken over; undefined while somebody is at it, or when the task is known. */
export function takeOver(
  attempt: Attempt,
  { owner, leaseMs }: { readonly owner: string; readonly leaseMs: number },
  now: number,
): Attempt | undefined {
  const { creation } = attempt;
  const { fingerprint } = creation;
  const { kind } = judgeClaim(creation, fingerprint, now);
  if (kind === 'replay' || kind === 'in-flight') return undefined;
  return { ...attempt, creation: takeClaim({ owner, leaseMs, now, fingerprint }, creation) };
}

/** Until when a task that nobody knows of may still turn up, ms since 1970; 0 when none can. */
export function taskMayAppearUntil({ attributionTaskSid, creation }: Attempt): number {
  if (attributionTaskSid !== undefined) return 0;
  switch (creation.state) {
    case 'in-progress':
      return Math.max(creation.leaseUntil, creation.unsettledAt ?? 0) + CREATE_GRACE_MS;
    case 'unknown':
      return creation.unsettledAt === null ? 0 : creation.unsettledAt + CREATE_GRACE_MS;
    case 'released':
    case 'done':
      return 0;
  }
}
