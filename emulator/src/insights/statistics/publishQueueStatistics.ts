import type { Cancel, Clock } from '../../kernel/clock';
import type { SyncSpace } from '../../sync/space';
import type { TaskRouterEngine } from '../../taskrouter/engine';
import { countTasks } from './countTasks';
import { countWorkers } from './countWorkers';
import { createPassageRecorder, type PassageRecorder } from './recordPassages';
import { writeQueueStatistics } from './writeQueueStatistics';

/** Twilio refreshes the statistics every now and then, not with every event. */
const SETTLE_MS = 1_000;
/** Windows slide also when nothing happens. */
const SLIDE_MS = 60_000;

/** Writes all statistics of a workspace. */
function publish(
  engine: TaskRouterEngine,
  workspaceSid: string,
  recorder: PassageRecorder,
  space: SyncSpace,
  now: number,
): void {
  const workspace = engine.workspace(workspaceSid);
  const tasks = workspace.tasks.list();
  const workers = workspace.workers.list();
  const activities = workspace.activities.list();
  const queuesOf = new Map(
    workers.map(({ sid }) => [sid, new Set(workspace.taskQueues.ofWorker(sid).map((queue) => queue.sid))]),
  );
  for (const { sid } of workspace.taskQueues.list()) {
    writeQueueStatistics(space.map(`${sid}.realtime_statistics.v1`), {
      now,
      tasks: tasks.filter(({ taskQueueSid }) => taskQueueSid === sid),
      passages: recorder.ofQueue(sid),
      workers: workers.filter((worker) => queuesOf.get(worker.sid)?.has(sid)),
      activities,
    });
  }
  space
    .map('realtime_statistics_v1')
    .set('workspace', { ...countWorkers(workers, activities), ...countTasks(tasks, now) });
}

/**
 * Keeps the Sync Maps that Flex UI's Queues view reads: `<WQ…>.realtime_statistics.v1` per queue and
 * `realtime_statistics_v1` for the workspace. Returns the way to stop.
 */
export function publishQueueStatistics(engine: TaskRouterEngine, clock: Clock, space: SyncSpace): () => void {
  const recorder = createPassageRecorder();
  const timers = new Map<string, { readonly at: number; readonly cancel: Cancel }>();

  /** Publishes after a time, unless that will happen sooner anyway. */
  const publishIn = (workspaceSid: string, delayMs: number): void => {
    const at = clock.now() + delayMs;
    const timer = timers.get(workspaceSid);
    if (timer && timer.at <= at) return;
    timer?.cancel();
    const run = (): void => {
      timers.delete(workspaceSid);
      if (!engine.workspaces.find(workspaceSid)) return;
      publish(engine, workspaceSid, recorder, space, clock.now());
      if (recorder.isBusy(clock.now())) publishIn(workspaceSid, SLIDE_MS);
    };
    timers.set(workspaceSid, { at, cancel: clock.schedule(delayMs, run) });
  };

  const unsubscribe = engine.on((event) => {
    recorder.record(event);
    const { sid } = event.workspace;
    if (event.type === 'task-queue.deleted')
      space.map(`${event.taskQueue.sid}.realtime_statistics.v1`).remove();
    // A view opened right now must find the Map of a new queue.
    publishIn(sid, event.type === 'task-queue.created' ? 0 : SETTLE_MS);
  });
  return () => {
    unsubscribe();
    for (const { cancel } of timers.values()) cancel();
  };
}
