import type { Parameters } from '../../kernel/parameters';
import { parseAttributes } from '../engine/attributes';
import type { Worker } from '../engine/model';
import type { WorkspaceEngine } from '../engine/operations';
import { identityScope } from '../engine/workers/workerScope';
import { attributeLookup, evaluate, parseExpression, type Expression } from '../expressions';
import { orderBy, type SortKeys } from './ordering';

const SORT_KEYS: SortKeys<Worker> = {
  FriendlyName: (worker) => worker.friendlyName,
  DateCreated: (worker) => worker.dateCreated,
  DateStatusChanged: (worker) => worker.dateStatusChanged,
};

/** The workers a list request asks for. Throws 400/20001 for an expression or ordering Twilio refuses. */
export function filterWorkers(workspace: WorkspaceEngine, query: Parameters): readonly Worker[] {
  const conditions: ((worker: Worker) => boolean)[] = [];
  const where = <T>(wanted: T | undefined, of: (worker: Worker) => T): void => {
    if (wanted !== undefined) conditions.push((worker) => of(worker) === wanted);
  };
  where(query.text('ActivityName'), (worker) => worker.activityName);
  where(query.text('ActivitySid'), (worker) => worker.activitySid);
  where(query.text('FriendlyName'), (worker) => worker.friendlyName);
  where(query.availability('Available'), (worker) => worker.available);

  const queueSid = query.text('TaskQueueSid');
  const queueName = query.text('TaskQueueName');
  if (queueSid !== undefined || queueName !== undefined) {
    conditions.push((worker) =>
      workspace.taskQueues
        .ofWorker(worker.sid)
        .some(
          (queue) =>
            queue.sid === (queueSid ?? queue.sid) && queue.friendlyName === (queueName ?? queue.friendlyName),
        ),
    );
  }
  const expression = query.text('TargetWorkersExpression');
  if (expression !== undefined) {
    const parsed = parseExpression(expression);
    conditions.push((worker) => matchWorker(worker, parsed));
  }
  const found = workspace.workers
    .list()
    .filter((worker) => conditions.every((condition) => condition(worker)));
  return orderBy(found, query.text('Ordering'), SORT_KEYS);
}

/** Whether a worker's attributes, or the four fields that lists also allow, satisfy the expression. */
export const matchWorker = (worker: Worker, expression: Expression): boolean =>
  evaluate(expression, attributeLookup(identityScope(worker, parseAttributes(worker.attributes))));
