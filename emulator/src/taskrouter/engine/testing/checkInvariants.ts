import type { Reservation, ReservationStatus, Task, TaskStatus, WorkerChannel } from '../model';
import type { WorkspaceEngine } from '../operations';

/** What must hold at every instant at which nothing is under way; throws naming what doesn't. */
export function checkInvariants(workspace: WorkspaceEngine, now: number): void {
  for (const task of workspace.tasks.list()) checkTask(workspace, task, now);
  for (const worker of workspace.workers.list()) {
    const reservations = workspace.reservations.ofWorker(worker.sid);
    for (const channel of workspace.workerChannels.list(worker.sid)) {
      checkCount(workspace, channel, reservations);
    }
  }
}

const LIVE: readonly ReservationStatus[] = ['pending', 'accepted', 'wrapping'];

function checkTask(workspace: WorkspaceEngine, task: Task, now: number): void {
  const reservations = workspace.reservations.ofTask(task.sid);
  const count = (status: ReservationStatus): number =>
    reservations.filter(({ reservationStatus }) => reservationStatus === status).length;
  const isTransferring = workspace.transfers.ofTask(task.sid).some(({ status }) => status === 'initiated');
  const holds: Record<TaskStatus, boolean> = {
    pending: count('pending') + count('accepted') + count('wrapping') === 0,
    reserved: count('pending') > 0 && count('accepted') + count('wrapping') === 0,
    assigned: count('accepted') > 0 || isTransferring,
    wrapping: count('wrapping') > 0 && count('accepted') + count('pending') === 0,
    completed: count('pending') + count('accepted') + count('wrapping') === 0,
    canceled: count('pending') + count('accepted') + count('wrapping') === 0,
  };
  const isOver = task.assignmentStatus === 'completed' || task.assignmentStatus === 'canceled';
  const statuses = reservations.map(({ reservationStatus }) => reservationStatus).join();
  require(holds[task.assignmentStatus], `${task.assignmentStatus} task has reservations [${statuses}]`);
  require(!isOver || !isTransferring, `${task.assignmentStatus} task is being transferred`);
  require(!isOver || now - task.dateUpdated < 300_000, 'finished task outlives its five minutes');
  const queue = task.taskQueueSid === null ? undefined : workspace.taskQueues.get(task.taskQueueSid);
  require(count('pending') <= (queue?.maxReservedWorkers ?? 1), 'more offers than the queue reserves');
}

function checkCount(
  workspace: WorkspaceEngine,
  channel: WorkerChannel,
  reservations: readonly Reservation[],
): void {
  const live = reservations.filter(
    ({ reservationStatus, taskSid }) =>
      LIVE.includes(reservationStatus) &&
      workspace.tasks.get(taskSid).taskChannelSid === channel.taskChannelSid,
  );
  const assigned = live.filter(({ reservationStatus }) => reservationStatus !== 'pending').length;
  require(assigned === channel.assignedTasks, `${channel.assignedTasks} assigned, ${assigned} accepted`);
  const { configuredCapacity: capacity, availableCapacityPercentage: percentage } = channel;
  const room = Math.max(0, capacity - live.length);
  const expected = capacity === 0 ? 0 : Math.floor((100 * room) / capacity);
  require(percentage === expected, `${percentage} % free with ${live.length} of ${capacity} live`);
}

function require(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
