import type { Instruction } from '../model';
import type { ReservationRecord } from '../records';
import type { WorkspaceState } from '../state';

/** Hands an instruction on to whoever can act on it; TaskRouter itself only keeps it. */
export function instruct(state: WorkspaceState, record: ReservationRecord, instruction: Instruction): void {
  state.engine.outbox.publishInstruction({
    workspaceSid: state.workspace.sid,
    task: record.task.task,
    reservation: record.reservation,
    instruction,
  });
}
