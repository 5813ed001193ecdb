import type { WorkerSid } from '@patchbay/shared/contracts';
import type { Drop } from '../recovery/drop';
import type { CallEvent } from '../recovery/event';
import type { Reach } from './reach';

type Ready = Extract<CallEvent, { type: 'worker_ready' }>;

/**
 * On the way back to the worker: an activity that takes tasks. On the way to anybody: Offline, because a dead page must not
 * be offered the caller again. What can't be had costs the wish, never the caller's way on.
 */
export async function readyWorker(reach: Reach, { workerSid, toWorker }: Drop): Promise<CallEvent> {
  if (workerSid === undefined) return { ...NOT_READY };
  try {
    return toWorker ? await makeAvailable(reach, workerSid) : await setOffline(reach, workerSid);
  } catch (error) {
    reach.log.warn('worker_not_ready', { error: error instanceof Error ? error.name : typeof error });
    return { ...NOT_READY };
  }
}

const NOT_READY: Ready = { type: 'worker_ready', available: false, setOffline: false };

async function makeAvailable({ workers, seen }: Reach, workerSid: WorkerSid): Promise<Ready> {
  const told = seen?.workerSid === workerSid ? seen : undefined;
  const [available, worker] = await Promise.all([
    workers.listAvailableActivities(),
    told ?? workers.fetchWorker(workerSid),
  ]);
  if (worker === undefined) return NOT_READY;
  if (available.includes(worker.activitySid)) return { ...NOT_READY, available: true };
  const [given] = available;
  if (given === undefined || !(await workers.setActivity(workerSid, given))) return NOT_READY;
  return { ...NOT_READY, available: true, activity: { before: worker.activitySid, given } };
}

async function setOffline({ workers }: Reach, workerSid: WorkerSid): Promise<Ready> {
  const worker = await workers.fetchWorker(workerSid);
  // Gone, or takes no tasks anyway.
  if (worker?.available !== true) return { ...NOT_READY, setOffline: true };
  const offline = await workers.fetchTimeoutActivity();
  const isSet = offline !== undefined && (await workers.setActivity(workerSid, offline));
  return { ...NOT_READY, setOffline: isSet };
}

/** Puts the worker's own activity back, unless somebody has chosen another one meanwhile. */
export async function restoreActivity({ workers }: Reach, { workerSid, activity }: Drop): Promise<void> {
  if (workerSid === undefined || activity === undefined) return;
  const worker = await workers.fetchWorker(workerSid);
  if (worker?.activitySid === activity.given) await workers.setActivity(workerSid, activity.before);
}
