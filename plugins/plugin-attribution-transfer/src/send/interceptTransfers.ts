import { overrideAction, readReservation, type FlexActions } from '@patchbay/plugin-kit';
import { TaskQueueSid, TransferMode, type ReservationSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import type { FlexPorts, TransferOptions } from '../flex/ports';
import type { Settings } from '../settings';
import type { Sender } from './sender';

/** The payload of Flex's TransferTask, where it concerns us. */
const QueueTransfer = z.object({
  targetSid: TaskQueueSid,
  options: z.optional(z.looseObject({ mode: z.optional(TransferMode) })),
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
export function interceptTransfers(actions: FlexActions, means: Means): void {
  overrideAction(actions, 'TransferTask', (payload, pass) => {
    const transfer = readAttributable(payload, means);
    return transfer === undefined
      ? pass()
      : means.sender.ask(transfer.sid, transfer.targetSid, transfer.options);
  });
}

interface Attributable {
  readonly sid: ReservationSid;
  readonly targetSid: TaskQueueSid;
  readonly options: TransferOptions;
}

function readAttributable(payload: unknown, { flex, sender, settings }: Means): Attributable | undefined {
  const current = settings();
  const sid = readReservation(payload);
  const transfer = QueueTransfer.safeParse(payload);
  if (current === undefined || sid === undefined || !transfer.success) return undefined;
  const task = flex.task(sid);
  const isAttributable =
    task?.isCall === true &&
    task.canTransfer &&
    task.channel !== current.taskChannel &&
    !sender.isPassing(sid);
  const { targetSid, options = {} } = transfer.data;
  return isAttributable ? { sid, targetSid, options } : undefined;
}
