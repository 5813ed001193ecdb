import type * as Flex from '@twilio/flex-ui';
import { ReservationSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import type { FlexPorts } from '../flex/ports';
import { readAttribution } from './attribution';
import type { Receiver } from './receiver';

const Payload = z.object({ sid: ReservationSid });

interface Means {
  readonly flex: FlexPorts;
  readonly receiver: Receiver;
}

/**
 * Has the accept of an attribution task followed by what it is for, also while the plugin is switched off: its transfer has
 * begun. Every other accept stays as it is.
 */
export function interceptAccepts(actions: Pick<typeof Flex.Actions, 'replaceAction'>, means: Means): void {
  actions.replaceAction('AcceptTask', async (payload, original, next) => {
    const rest: (payload: unknown) => Promise<unknown> = next ?? original;
    const accept = () => rest(payload);
    const parsed = Payload.safeParse(payload);
    const task = parsed.success ? means.flex.task(parsed.data.sid) : undefined;
    return task === undefined || readAttribution(task.attributes) === undefined
      ? accept()
      : means.receiver.accept(task.sid, accept);
  });
}
