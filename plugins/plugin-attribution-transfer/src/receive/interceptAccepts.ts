import { overrideAction, readReservation, type FlexActions } from '@patchbay/plugin-kit';
import type { FlexPorts } from '../flex/ports';
import { readAttribution } from './attribution';
import type { Receiver } from './receiver';

interface Means {
  readonly flex: FlexPorts;
  readonly receiver: Receiver;
}

/**
 * Has the accept of an attribution task followed by what it is for, also while the plugin is switched off: its transfer has
 * begun. Every other accept stays as it is.
 */
export function interceptAccepts(actions: FlexActions, { flex, receiver }: Means): void {
  overrideAction(actions, 'AcceptTask', (payload, pass) => {
    const sid = readReservation(payload);
    const task = sid === undefined ? undefined : flex.task(sid);
    return task === undefined || readAttribution(task.attributes) === undefined
      ? pass()
      : receiver.accept(task.sid, pass);
  });
}
