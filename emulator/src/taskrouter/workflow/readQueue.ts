import { WorkflowConfigurationError } from './configurationError';
import { readText } from './jsonReader';
import type { JsonObject } from './jsonReader';

/** Reads the TaskQueue SID of a target or of the default filter; null when there is none. */
export function readQueue(object: JsonObject): string | null {
  const queue = readText(object, 'queue');
  if (queue !== null && !/^WQ[0-9a-fA-F]{32}$/u.test(queue)) {
    throw new WorkflowConfigurationError(`${object.path}.queue`, `'${queue}' is not a TaskQueue SID`);
  }
  return queue;
}
