import { invalid } from '../../../kernel/twilioError';
import { nonEmpty } from '../limits';
import type { WorkerRecord } from '../records';
import type { WorkspaceState } from '../state';

/** Throws 400/20001 for a name another worker has, whatever its case (worded as on a live account). */
export function checkWorkerName(state: WorkspaceState, friendlyName: string, self?: WorkerRecord): void {
  nonEmpty('FriendlyName', friendlyName);
  const other = state.workersByName.get(friendlyName.toLowerCase());
  if (other && other !== self) throw invalid('Worker with the same friendly name already exists');
}
