import { Supervisor, Worker, type WorkerOptions, Workspace } from 'twilio-taskrouter';

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

/** Later errors (a lost connection the SDK retries) must not end the process: an unheard `error` event would. */
const ignoreLaterErrors = (worker: Worker): void => void worker.on('error', () => undefined);

/** Connects Twilio's own worker SDK to the local Twilio at `origin`; rejects with the reason when it is turned away. */
export function connectWorker(origin: string, token: string, options: WorkerOptions = {}): Promise<Worker> {
  const worker = new Worker(token, { ...eventBridgeOptions(origin), ...options });
  ignoreLaterErrors(worker);
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
  return whenReady(supervisor);
}

/** The SDK's read-only view of a workspace, as the transfer directory uses it. */
export const openWorkspace = (origin: string, token: string, workspaceSid: string): Workspace =>
  new Workspace(token, eventBridgeOptions(origin), workspaceSid);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

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
