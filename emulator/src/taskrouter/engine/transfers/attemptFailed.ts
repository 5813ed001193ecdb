import { emitTransfer } from '../emit';
import { ASSIGNMENTS_MAX } from '../limits';
import type { ReservationRecord } from '../records';
import { place } from '../routing/place';
import { stepsOf, queueStep } from '../routing/plan';
import type { WorkspaceState } from '../state';
import { failTransfer } from './failTransfer';
import { initiatedTransfer } from './endTransfer';

/**
 * Goes on with a transfer after a worker it was offered to rejected or ignored it, when no other offer is open.
 * From a queue the next worker is tried. From a named worker a WARM transfer fails, while a COLD one is routed by
 * the task's workflow, possibly back to whoever started it (Flex agent's guide, "Dialpad and transfers").
 */
export function attemptFailed(state: WorkspaceState, declined: ReservationRecord, isLast: boolean): void {
  const { task: record, placement } = declined;
  const transfer = initiatedTransfer(record);
  if (!transfer) return;
  emitTransfer(state, record, transfer, 'task.transfer-attempt-failed');
  if (!isLast) return;
  const attempts = [...record.reservations.values()].filter(
    ({ reservation }) => reservation.transferSid === transfer.sid,
  );
  if (attempts.length >= ASSIGNMENTS_MAX) {
    failTransfer(state, record, 'Maximum number of assignment attempts reached');
    return;
  }
  const { route, step } = placement;
  if (step.kind === 'queue') {
    place(state, record, { route, from: 0, left: placement });
    return;
  }
  if (transfer.mode === 'WARM') {
    failTransfer(state, record, `Worker ${transfer.to} did not accept the transfer`);
    return;
  }
  place(state, record, {
    from: 0,
    route: {
      steps: stepsByWorkflow(state, record),
      since: state.engine.clock.now(),
      transferSid: transfer.sid,
      excludedWorkerSid: null,
    },
  });
}

/** The workflow's way, its timeouts counted from now; the task's queue when it has no workflow. */
function stepsByWorkflow(
  state: WorkspaceState,
  { task, attributes }: ReservationRecord['task'],
): ReturnType<typeof stepsOf> {
  const steps = stepsOf(state, { ...task, routingTarget: null }, attributes);
  if (steps.length > 0 || task.taskQueueSid === null) return steps;
  return [queueStep(task.taskQueueSid)];
}
