import type { Instruction, Task } from '../../taskrouter/engine/model';
import type { VoiceState } from '../state';
import { readOptions } from './readOptions';

/** Whether a reservation with this instruction is accepted only when its worker answers: for tasks that are calls. */
export function awaitsAnswer(state: VoiceState, instruction: Instruction, task: Task): boolean {
  if (!state.callers.has(task.sid)) return false;
  if (instruction.name === 'call') return !readOptions('call', instruction.parameters).flag('Accept', false);
  return instruction.name === 'conference' || instruction.name === 'dequeue';
}
