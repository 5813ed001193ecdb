import type { IdentityDirectory } from '../iam/identities';
import type { KernelContext } from '../kernel/context';
import type { FaultPlan } from '../kernel/faults/faultPlan';
import type { Journal } from '../kernel/journal';
import { forkRandom } from '../kernel/random';
import type { Product } from '../kernel/route';
import { acceptConnection } from './acceptConnection';
import { createTunnelAnswerer } from './answerTunnelled';
import { telemetryRoutes } from './telemetryRoutes';
import type { TunnelRoute } from './tunnel';

const HOST = 'tsock.us1.twilio.com';
const PATH = '/v3/wsconnect';

/**
 * Twilsock (`tsock[.region].twilio.com/v3/wsconnect`), the socket of Sync, Conversations and Flex's telemetry: their
 * requests come through it to `routes`, and what happens is pushed through it. A token's errors are the SDK's 401s.
 */
export function createTwilsock(
  context: KernelContext,
  identities: IdentityDirectory,
  routes: readonly TunnelRoute[],
  observers: { readonly faults: FaultPlan; readonly journal: Journal },
): Product & { stop(): void } {
  const { clock } = context;
  const dependencies = {
    clock,
    random: forkRandom(context.random),
    identities,
    answer: createTunnelAnswerer([...routes, ...telemetryRoutes], { clock, ...observers }),
    startedAt: clock.now(),
    reportUnknown: (method: string) => {
      observers.journal.record({
        direction: 'in',
        host: HOST,
        method,
        path: PATH,
        query: [],
        status: 501,
        durationMs: 0,
        faults: [],
        note: 'unrouted',
      });
    },
  };
  const sendAway = new Set<() => void>();

  return {
    name: 'tsock',
    routes: [],
    sockets: [
      {
        pattern: PATH,
        accept(socket) {
          const leave = acceptConnection(socket, dependencies);
          sendAway.add(leave);
          socket.on('close', () => sendAway.delete(leave));
        },
      },
    ],
    stop() {
      for (const leave of sendAway) leave();
    },
  };
}
