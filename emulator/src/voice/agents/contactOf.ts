import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import type { Task } from '../../taskrouter/engine/model';
import type { VoiceState } from '../state';

function textIn(attributes: string, name: string): string | undefined {
  const read = readJson(attributes);
  const value = isObject(read) ? read[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Where a worker is called: the `contact_uri` of his attributes. */
export const contactOf = (
  { taskRouter }: VoiceState,
  workspaceSid: string,
  workerSid: string,
): string | undefined =>
  textIn(taskRouter.workspace(workspaceSid).workers.find(workerSid)?.attributes ?? '{}', 'contact_uri');

/** The caller's number, as an agent sees it, unless the instruction names another. */
export const callerIdOf = (state: VoiceState, task: Task): string =>
  state.callers.get(task.sid)?.call.from ?? textIn(task.attributes, 'from') ?? 'Anonymous';
