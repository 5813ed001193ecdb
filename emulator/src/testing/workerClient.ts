import { type Reservation, Supervisor, Worker, type WorkerOptions, Workspace } from 'twilio-taskrouter';

const EVENT_BRIDGE = '/_host/event-bridge.twilio.com/v1/wschannels';
const READY_TIMEOUT_MS = 10_000;

/** Where the SDK finds the event bridge of the local Twilio at `origin`, e.g. `http://127.0.0.1:4010`. */
export const eventBridgeOptions = (origin: string) => ({
  ebServer: `${origin}${EVENT_BRIDGE}`,
  wsServer: `${origin.replace(/^http/, 'ws')}${EVENT_BRIDGE}`,
  logLevel: 'silent' as const,
});

function whenReady<T extends Worker>(worker: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      fail(new Error(`The worker was not ready within ${READY_TIMEOUT_MS} ms`));
    }, READY_TIMEOUT_MS);
    const settle = (): void => {
      clearTimeout(timeout);
      worker.removeListener('ready', succeed);
      worker.removeListener('disconnected', refuse);
      worker.removeListener('error', fail);
    };
    const succeed = (): void => {
      settle();
      resolve(worker);
    };
    const fail = (error: Error): void => {
      settle();
      disconnectWorker(worker);
      reject(error);
    };
    // What comes with `disconnected` is `{message}`, not the worker the SDK's types promise.
    const refuse = (event: object): void => {
      fail(new Error('message' in event ? String(event.message) : 'The event bridge closed the connection'));
    };
    worker.on('ready', succeed);
    worker.on('disconnected', refuse);
    worker.on('error', fail);
  });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** How long the SDK keeps an ended reservation. */
const FORGET_AFTER_MS = 5_000;

/**
 * twilio-taskrouter 2.1.1 forgets an ended reservation by a timer it keeps nowhere, which would hold a Node process for
 * five seconds after its work is done: the same is done here by a timer that holds nothing.
 */
function forgetUnheld(worker: Worker): void {
  const services: unknown = Reflect.get(worker, '_dataServices');
  const entity: unknown = isObject(services) ? Reflect.get(services, 'reservationsEntity') : undefined;
  if (!isObject(entity)) return;
  Reflect.set(entity, '_cleanUpReservationAndTask', (reservation: Reservation) => {
    const known: unknown = Reflect.get(entity, '_reservations');
    if (!(known instanceof Map)) return;
    known.set(reservation.sid, [reservation, true]);
    setTimeout(() => known.delete(reservation.sid), FORGET_AFTER_MS).unref();
  });
}

/** Later errors (a lost connection the SDK retries) must not end the process: an unheard `error` event would. */
const ignoreLaterErrors = (worker: Worker): void => void worker.on('error', () => undefined);

/** Connects Twilio's own worker SDK to the local Twilio at `origin`; rejects with the reason when it is turned away. */
export function connectWorker(origin: string, token: string, options: WorkerOptions = {}): Promise<Worker> {
  const worker = new Worker(token, { ...eventBridgeOptions(origin), ...options });
  ignoreLaterErrors(worker);
  forgetUnheld(worker);
  return whenReady(worker);
}

/** Like `connectWorker`, for someone who may also act on other workers. */
export function connectSupervisor(
  origin: string,
  token: string,
  options: WorkerOptions = {},
): Promise<Supervisor> {
  const supervisor = new Supervisor(token, { ...eventBridgeOptions(origin), ...options });
  ignoreLaterErrors(supervisor);
  forgetUnheld(supervisor);
  return whenReady(supervisor);
}

/** The SDK's read-only view of a workspace, as the transfer directory uses it. */
export const openWorkspace = (origin: string, token: string, workspaceSid: string): Workspace =>
  new Workspace(token, eventBridgeOptions(origin), workspaceSid);

/** Stops a Node timer kept in a private property; its number is what `clearTimeout` takes besides the timer. */
const stopTimer = (owner: object, name: string): void => {
  const timer: unknown = Reflect.get(owner, name);
  if (isObject(timer) && Symbol.toPrimitive in timer) clearTimeout(Number(timer));
};

/**
 * Ends a worker's session for good. `disconnect` of twilio-taskrouter 2.1.1 forgets its token timer (hours) and its
 * heartbeat timer (a minute), which would keep a Node process alive that long; they are stopped here.
 */
export function disconnectWorker(worker: Worker): void {
  worker.disconnect();
  const signaling: unknown = Reflect.get(worker, '_signaling');
  if (!isObject(signaling)) return;
  stopTimer(signaling, 'tokenTimer');
  const heartbeat: unknown = Reflect.get(signaling, '_heartbeat');
  if (isObject(heartbeat)) stopTimer(heartbeat, 'pintvl');
}
