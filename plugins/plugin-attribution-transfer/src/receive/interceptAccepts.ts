import type * as Flex from '@twilio/flex-ui';
import { ReservationSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import type { FlexPorts } from '../flex/ports';
import type { Settings } from '../settings';
import { readAttribution } from './attribution';
import type { Receiver } from './receiver';

const Payload = z.object({ sid: ReservationSid });

interface Means {
  readonly flex: FlexPorts;
  readonly receiver: Receiver;
  /** Undefined while the plugin is switched off. */
  readonly settings: () => Settings | undefined;
}

/** Has the accept of an attribution task followed by what it is for; every other accept stays as it is. */
export function interceptAccepts(actions: Pick<typeof Flex.Actions, 'replaceAction'>, means: Means): void {
  actions.replaceAction('AcceptTask', async (payload, original, next) => {
    const rest: (payload: unknown) => Promise<unknown> = next ?? original;
    const accept = () => rest(payload);
    const parsed = Payload.safeParse(payload);
    const task = parsed.success ? means.flex.task(parsed.data.sid) : undefined;
    const isAttribution =
      task !== undefined &&
      task.channel === means.settings()?.taskChannel &&
      readAttribution(task.attributes) !== undefined;
    return isAttribution ? means.receiver.accept(task.sid, accept) : accept();
  });
}
