import type { IdentityDirectory } from '../../iam/identities';
import type { KernelContext } from '../../kernel/context';
import type { Product } from '../../kernel/route';
import type { TaskRouterEngine } from '../engine/engine';
import { authenticate } from './authenticate';
import { requireWorkspace } from './authorize';
import { deliverFrames } from './frames/deliverFrames';
import type { FrameFeed } from './frames/frame';
import { activityRoutes } from './routes/activityRoutes';
import { reservationRoutes } from './routes/reservationRoutes';
import { taskQueueRoutes } from './routes/taskQueueRoutes';
import { taskRoutes } from './routes/taskRoutes';
import { transferRoutes } from './routes/transferRoutes';
import { workerRoutes } from './routes/workerRoutes';
import { createDispatcher } from './rpc/dispatchCall';
import type { RpcRoute } from './rpc/rpcRoute';
import { unwrapCall } from './rpc/unwrapCall';
import { createSessionAcceptor } from './session/acceptSession';
import { HEARTBEAT_FRAME, HEARTBEAT_MS, repeatInRealTime, type Repeat } from './session/heartbeat';
import { createPresence } from './session/presence';
import { endSocket, sendFrame, type Session } from './session/session';
import { createSessionRegistry } from './session/sessionRegistry';
import { setWorkerOffline } from './session/setWorkerOffline';

const PATH = '/v1/wschannels';

export interface EventBridgeOptions {
  /** Milliseconds until a worker whose client asked for it is set offline; Flex's "Offline threshold". */
  readonly offlineAfterMs?: number;
  /** What other products answer over the bridge: calls, conversations. */
  readonly routes?: readonly RpcRoute[];
  /** What other products tell workers. */
  readonly feeds?: readonly FrameFeed[];
  /** How heartbeats repeat; real time unless given. */
  readonly repeat?: Repeat;
}

/**
 * TaskRouter's event bridge (`event-bridge[.region].twilio.com/v1/wschannels`), what the worker SDK and Flex talk to:
 * events over a WebSocket, calls as POSTs, over the same engine as REST. A token's errors are 401 / close code 1008.
 */
export function createEventBridge(
  context: KernelContext,
  engine: TaskRouterEngine,
  identities: IdentityDirectory,
  options: EventBridgeOptions = {},
): Product & { stop(): void } {
  const { clock } = context;
  const { offlineAfterMs = 60_000, routes = [], feeds = [], repeat = repeatInRealTime } = options;
  const registry = createSessionRegistry<Session>();
  const findWorkspaceOf = (workerSid: string): string | undefined =>
    engine.workspaces.list().find(({ sid }) => engine.workspace(sid).workers.find(workerSid))?.sid;
  const presence = createPresence({
    clock,
    registry,
    offlineAfterMs,
    setOffline: (workerSid) => {
      setWorkerOffline(engine, findWorkspaceOf(workerSid), workerSid);
    },
  });
  const accept = createSessionAcceptor({
    accountSid: engine.accountSid,
    clock,
    identities,
    registry,
    presence,
    findWorkspaceOf,
  });
  const taskRouter = [
    activityRoutes,
    taskQueueRoutes,
    workerRoutes,
    reservationRoutes,
    taskRoutes,
    transferRoutes,
  ];
  const dispatch = createDispatcher([...taskRouter.flatMap((of) => of({ engine, clock })), ...routes]);
  const stopFrames = deliverFrames({ engine, clock, identities, registry, feeds });
  const stopHeartbeat = repeat(HEARTBEAT_MS, () => {
    for (const session of registry.all()) sendFrame(session, HEARTBEAT_FRAME);
  });

  return {
    name: 'event-bridge',
    routes: [
      {
        method: 'POST',
        pattern: PATH,
        auth: 'none',
        body: 'any',
        handle: (carrier) => {
          const call = unwrapCall(carrier);
          const caller = authenticate(identities, clock, call.token);
          if (caller.workerSid !== undefined) {
            requireWorkspace(call.request.path, findWorkspaceOf(caller.workerSid));
          }
          return { status: 200, body: { payload: dispatch(call, caller) } };
        },
      },
    ],
    sockets: [{ pattern: PATH, accept }],
    stop() {
      stopHeartbeat();
      stopFrames();
      presence.stop();
      for (const session of registry.all()) endSocket(session.socket, 'stopping');
    },
  };
}
