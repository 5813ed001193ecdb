import { everyWorkspace } from './everyWorkspace';
import type { Participant } from './model';
import type { VoiceState } from './state';

/** How a participant is called where it is told who is on a call: a worker by name, anyone else by number. */
export function nameOf(state: VoiceState, { role, call }: Participant): string {
  if (!role || role.type === 'customer')
    return call.direction === 'inbound' ? (call.callerName ?? call.from) : call.to;
  const names = everyWorkspace(state).map(({ workers }) => workers.find(role.workerSid)?.friendlyName);
  return names.find((name) => name !== undefined) ?? call.to;
}
