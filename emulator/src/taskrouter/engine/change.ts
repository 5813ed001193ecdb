import { preconditionFailed } from '../../kernel/twilioError';
import type { Reservation, Task, Transfer, Worker } from './model';
import type { ReservationRecord, TaskRecord, WorkerRecord } from './records';
import type { WorkspaceState } from './state';

type Fixed = 'sid' | 'workspaceSid' | 'dateCreated' | 'dateUpdated' | 'version';

/** Replaces the task's snapshot: one change, one version. */
export function changeTask(
  state: WorkspaceState,
  record: TaskRecord,
  change: Partial<Omit<Task, Fixed>>,
): void {
  const { task } = record;
  record.task = { ...task, ...change, ...next(state, task) };
}

/** Replaces the worker's snapshot: one change, one version. */
export function changeWorker(
  state: WorkspaceState,
  record: WorkerRecord,
  change: Partial<Omit<Worker, Fixed>>,
): void {
  record.worker = { ...record.worker, ...change, ...next(state, record.worker) };
}

/** Replaces the reservation's snapshot: one change, one version. */
export function changeReservation(
  state: WorkspaceState,
  record: ReservationRecord,
  change: Partial<Omit<Reservation, Fixed>>,
): void {
  record.reservation = { ...record.reservation, ...change, ...next(state, record.reservation) };
}

/** Replaces the transfer's snapshot and returns the new one. */
export function changeTransfer(
  state: WorkspaceState,
  record: TaskRecord,
  transfer: Transfer,
  change: Partial<Omit<Transfer, Fixed>>,
): Transfer {
  const changed = { ...transfer, ...change, dateUpdated: state.engine.clock.now() };
  record.transfers.set(changed.sid, changed);
  return changed;
}

/** Throws 412/20412 unless `ifVersion` is absent or names the current version (If-Match). */
export function checkVersion(current: { readonly version: number }, ifVersion: number | undefined): void {
  if (ifVersion !== undefined && ifVersion !== current.version) throw preconditionFailed();
}

function next(
  state: WorkspaceState,
  { version }: { readonly version: number },
): { dateUpdated: number; version: number } {
  return { dateUpdated: state.engine.clock.now(), version: version + 1 };
}
