import type { TaskRouterEvent, WorkspaceEngine } from '../taskrouter/engine';
import type { LiveQueries } from './liveIndex';
import { createOwnedRows, type OwnedRows } from './ownedRows';
import { queueRow } from './rows/queueRow';
import { reservationRow } from './rows/reservationRow';
import { taskRow } from './rows/taskRow';
import { workerRow } from './rows/workerRow';

/** How long TaskRouter itself keeps an ended task; it tells nobody when it lets go. */
const ENDED_KEPT_MS = 5 * 60 * 1000;

type TaskEvent = Extract<TaskRouterEvent, { task: unknown }>;

/** One workspace's rows in the tables of live queries. */
export interface WorkspaceTables {
  show(workspace: WorkspaceEngine, event: TaskRouterEvent): void;
  drop(): void;
}

/** A task with its reservations: their rows show what the task is. */
function showTask(rows: OwnedRows, workspace: WorkspaceEngine, event: TaskEvent): void {
  const task = workspace.tasks.find(event.task.sid);
  if (!task) return;
  const names = {
    queueName: event.taskQueue?.friendlyName ?? null,
    workflowName: event.workflow?.friendlyName ?? null,
  };
  rows.set('tr-task', task.sid, taskRow(task, names, event.at));
  for (const reservation of workspace.reservations.ofTask(task.sid)) {
    rows.set('tr-reservation', reservation.sid, reservationRow(reservation, task, names, event.at));
  }
}

/** Rows of workers, queues, tasks and reservations. Those of a task that has ended go five minutes later. */
export function createWorkspaceTables(live: LiveQueries): WorkspaceTables {
  const rows = createOwnedRows(live);
  const tasks = new Map<string, OwnedRows>();
  /** When tasks ended, earliest first. */
  const ended = new Map<string, number>();

  const dropTask = (sid: string): void => {
    tasks.get(sid)?.drop();
    tasks.delete(sid);
    ended.delete(sid);
  };
  const retire = (now: number): void => {
    for (const [sid, at] of ended) if (at <= now - ENDED_KEPT_MS) dropTask(sid);
  };
  const showWorker = (workspace: WorkspaceEngine, sid: string): void => {
    const worker = workspace.workers.find(sid);
    if (worker) rows.set('tr-worker', sid, workerRow(worker, workspace.taskQueues.ofWorker(sid)));
  };

  return {
    show(workspace, event) {
      retire(event.at);
      if (event.type === 'worker.deleted') rows.remove('tr-worker', event.worker.sid);
      else if ('worker' in event) showWorker(workspace, event.worker.sid);
      if ('task' in event) {
        const { sid } = event.task;
        const own = tasks.get(sid) ?? createOwnedRows(live);
        tasks.set(sid, own);
        showTask(own, workspace, event);
        if (event.type === 'task.completed' || event.type === 'task.canceled') ended.set(sid, event.at);
        if (event.type === 'task.deleted' || event.type === 'task.system-deleted') dropTask(sid);
        return;
      }
      if (!('taskQueue' in event)) return;
      if (event.type === 'task-queue.deleted') rows.remove('tr-queue', event.taskQueue.sid);
      else rows.set('tr-queue', event.taskQueue.sid, queueRow(event.taskQueue));
      // Who belongs to which queue shows in the rows of workers.
      for (const { sid } of workspace.workers.list()) showWorker(workspace, sid);
    },
    drop() {
      rows.drop();
      for (const sid of [...tasks.keys()]) dropTask(sid);
    },
  };
}
