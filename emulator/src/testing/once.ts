import type { OutgoingTransfer, Reservation, Task, Worker } from 'twilio-taskrouter';

/** What can be waited on: the worker SDK's objects, a socket, any event emitter. */
interface Emitter {
  once(event: string, listener: (value: unknown) => void): unknown;
  removeListener(event: string, listener: (value: unknown) => void): unknown;
}

/**
 * Resolves with the first value of the next `event`; rejects after `timeoutMs` milliseconds of real time (20 s
 * unless given), naming the event, so that a test fails instead of hanging.
 */
export function once(emitter: Worker, event: 'reservationCreated', timeoutMs?: number): Promise<Reservation>;
export function once(
  emitter: Task,
  event: 'transferInitiated',
  timeoutMs?: number,
): Promise<OutgoingTransfer>;
export function once(emitter: Emitter, event: string, timeoutMs?: number): Promise<unknown>;
export function once(emitter: Emitter, event: string, timeoutMs = 20_000): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      emitter.removeListener(event, listener);
      reject(new Error(`No '${event}' within ${timeoutMs} ms`));
    }, timeoutMs);
    const listener = (value: unknown): void => {
      clearTimeout(timeout);
      resolve(value);
    };
    emitter.once(event, listener);
  });
}
