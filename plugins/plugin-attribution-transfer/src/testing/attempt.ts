import type { AttemptView } from '@patchbay/shared/contracts';
import { queueSid, taskSid, workerSid } from './sids';

/** When everything happens in tests. */
export const NOON = Date.parse('2026-03-02T12:00:00Z');

const OPEN = ['requested', 'offered', 'accepted', 'claimed'];

/** An attempt of Alice's as the service shows it; offered unless told otherwise. */
export function attemptView(about: Partial<AttemptView> = {}): AttemptView {
  const state = about.state ?? 'offered';
  return {
    attemptId: 'attempt-1',
    open: OPEN.includes(state),
    state,
    reason: null,
    fallback: null,
    affiliation: 'BPO_A',
    mode: 'COLD',
    targetSid: queueSid('Billing'),
    since: new Date(NOON).toISOString(),
    requestedAt: new Date(NOON).toISOString(),
    attributionTaskSid: taskSid('attribution'),
    transferringWorkerSid: workerSid('alice'),
    receivingWorkerSid: null,
    ...about,
  };
}
