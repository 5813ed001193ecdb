import type { Manager } from '@twilio/flex-ui';
import { ReservationSid, WorkerSid } from '@patchbay/shared/contracts';

type Listener = (sid: ReservationSid, how: 'completed' | 'failed' | 'canceled', to: WorkerSid) => void;
type Reservation =
  NonNullable<Manager['workerClient']>['reservations'] extends Map<string, infer One> ? One : never;
type Transfer = NonNullable<Reservation['task']['transfers']['outgoing']>;

/** A transfer to a worker has one attempt: with it the transfer has failed. */
const EVENTS = {
  completed: 'completed',
  failed: 'failed',
  attemptFailed: 'failed',
  canceled: 'canceled',
} as const;

/**
 * Tells how the transfers of the agent's calls to workers end. Flex tells neither its events nor its store of that, so this
 * listens to the worker SDK that Flex uses. Returns the way to stop.
 */
export function watchTransfers(
  { workerClient }: Pick<Manager, 'workerClient'>,
  listener: Listener,
): () => void {
  let isOn = true;
  const seen = new WeakSet();

  const follow = (sid: ReservationSid, transfer: Transfer): void => {
    const to = WorkerSid.safeParse(transfer.to);
    if (seen.has(transfer) || !to.success) return;
    seen.add(transfer);
    for (const [event, how] of Object.entries(EVENTS)) {
      transfer.once(event, () => {
        if (isOn) listener(sid, how, to.data);
      });
    }
  };
  const watch = ({ sid: name, task }: Reservation): void => {
    const sid = ReservationSid.safeParse(name);
    if (seen.has(task) || !sid.success) return;
    seen.add(task);
    if (task.transfers.outgoing !== null) follow(sid.data, task.transfers.outgoing);
    // Never taken off: the listener goes with the task, which the SDK forgets when the reservation ends.
    task.on('transferInitiated', (transfer) => {
      follow(sid.data, transfer);
    });
  };

  workerClient?.reservations.forEach(watch);
  workerClient?.on('reservationCreated', watch);
  return () => {
    isOn = false;
    workerClient?.off('reservationCreated', watch);
  };
}
