import type * as Flex from '@twilio/flex-ui';
import { ReservationSid, TaskQueueSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import type { FlexPorts, TransferOptions } from '../flex/ports';
import type { Settings } from '../settings';
import type { Sender } from './sender';

/** The payload of Flex's TransferTask, where it concerns us. Flex itself has filled in what was left out of task and sid. */
const Payload = z.object({
  sid: ReservationSid,
  targetSid: TaskQueueSid,
  options: z.optional(z.looseObject({ mode: z.optional(z.enum(['WARM', 'COLD'])) })),
});

interface Means {
  readonly flex: FlexPorts;
  readonly sender: Sender;
  /** Undefined while the plugin is switched off. */
  readonly settings: () => Settings | undefined;
}

/**
 * Has transfers of calls to queues attributed first. Every other transfer, and every one that Flex would refuse, goes where
 * it went before.
 */
export function interceptTransfers(actions: Pick<typeof Flex.Actions, 'replaceAction'>, means: Means): void {
  actions.replaceAction('TransferTask', async (payload, original, next) => {
    const transfer = readAttributable(payload, means);
    if (transfer !== undefined) return means.sender.ask(transfer.sid, transfer.targetSid, transfer.options);
    // `next` is the plugin below this one; `original` would skip it (Flex UI 2.17, Actions.invokeReplacedActions).
    const rest: (payload: unknown) => Promise<unknown> = next ?? original;
    return rest(payload);
  });
}

function readAttributable(
  payload: unknown,
  { flex, sender, settings }: Means,
): { sid: ReservationSid; targetSid: TaskQueueSid; options: TransferOptions } | undefined {
  const current = settings();
  const parsed = Payload.safeParse(payload);
  if (current === undefined || !parsed.success) return undefined;
  const { sid, targetSid, options } = parsed.data;
  const task = flex.task(sid);
  const isAttributable =
    task?.isCall === true &&
    task.canTransfer &&
    task.channel !== current.taskChannel &&
    !sender.isPassing(sid);
  return isAttributable ? { sid, targetSid, options: options ?? {} } : undefined;
}
