import type { Parameters } from '../../kernel/parameters';
import type { TaskQueue } from '../engine/model';
import type { WorkspaceEngine } from '../engine/operations';
import { parseExpression } from '../expressions';
import { matchWorker } from './filterWorkers';
import { orderBy, type SortKeys } from './ordering';

const SORT_KEYS: SortKeys<TaskQueue> = {
  FriendlyName: (queue) => queue.friendlyName,
  DateCreated: (queue) => queue.dateCreated,
  DateUpdated: (queue) => queue.dateUpdated,
};

/** The queues a list request asks for. Throws 400/20001 for an expression or ordering Twilio refuses. */
export function filterTaskQueues(workspace: WorkspaceEngine, query: Parameters): readonly TaskQueue[] {
  const name = query.text('FriendlyName');
  const workerSid = query.text('WorkerSid');
  const expression = query.text('EvaluateWorkerAttributes');
  const queuesOf = (sids: readonly string[]): ReadonlySet<string> =>
    new Set(sids.flatMap((sid) => workspace.taskQueues.ofWorker(sid)).map(({ sid }) => sid));

  let queues = workspace.taskQueues.list();
  if (name !== undefined) queues = queues.filter(({ friendlyName }) => friendlyName === name);
  if (workerSid !== undefined) {
    const eligible = queuesOf(workspace.workers.find(workerSid) === undefined ? [] : [workerSid]);
    queues = queues.filter(({ sid }) => eligible.has(sid));
  }
  if (expression !== undefined) {
    const parsed = parseExpression(expression);
    const matching = workspace.workers.list().filter((worker) => matchWorker(worker, parsed));
    const eligible = queuesOf(matching.map(({ sid }) => sid));
    queues = queues.filter(({ sid }) => eligible.has(sid));
  }
  return orderBy(queues, query.text('Ordering'), SORT_KEYS);
}
