import { parseExpression, parsePath } from '../expressions';
import { WorkflowConfigurationError } from './configurationError';
import { readText, readWholeNumber } from './jsonReader';
import type { JsonObject } from './jsonReader';
import type { KnownWorker, WorkerOrder, WorkflowTarget } from './model';
import { readQueue } from './readQueue';

/** Parses one target; `inheritedQueue` is the queue of the target before it, null for the first of a filter. */
export function parseTarget(target: JsonObject, inheritedQueue: string | null): WorkflowTarget {
  const queue = readQueue(target) ?? inheritedQueue;
  if (queue === null) throw new WorkflowConfigurationError(target.path, 'must name a queue');
  const expressionText = readText(target, 'expression');
  const skipIf = readText(target, 'skip_if');
  return {
    queue,
    priority: readWholeNumber(target, 'priority'),
    timeout: readWholeNumber(target, 'timeout'),
    expression: expressionText === null ? null : parseExpression(expressionText),
    expressionText,
    skipIf: skipIf === null ? null : parseExpression(skipIf),
    orderBy: parseOrderBy(target),
    knownWorker: parseKnownWorker(target),
  };
}

function parseKnownWorker(target: JsonObject): KnownWorker | null {
  const sid = readText(target, 'known_worker_sid');
  const friendlyName = readText(target, 'known_worker_friendly_name');
  if (sid !== null && friendlyName !== null) {
    throw new WorkflowConfigurationError(
      target.path,
      'must have only one of known_worker_sid and known_worker_friendly_name',
    );
  }
  if (sid !== null) return { by: 'sid', path: parsePath(sid) };
  return friendlyName === null ? null : { by: 'friendlyName', path: parsePath(friendlyName) };
}

function parseOrderBy(target: JsonObject): readonly WorkerOrder[] {
  const text = readText(target, 'order_by');
  if (text === null) return [];
  return text.split(',').map((part) => {
    const [name = '', direction = 'ASC', ...rest] = part.trim().split(/\s+/u);
    const word = direction.toUpperCase();
    if (rest.length > 0 || (word !== 'ASC' && word !== 'DESC')) {
      throw new WorkflowConfigurationError(
        `${target.path}.order_by`,
        `'${part.trim()}' must be a key and ASC or DESC`,
      );
    }
    const path = parsePath(name);
    return { path: path[0] === 'worker' ? path : ['worker', ...path], direction: word };
  });
}
