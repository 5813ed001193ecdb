import type { WebSocket } from 'ws';
import type { Product } from '../../kernel/route';
import { repeatInRealTime } from '../../taskrouter/bridge/session/heartbeat';
import { acceptDevice, HEARTBEAT, type DeviceDependencies } from './acceptDevice';

const HEARTBEAT_MS = 10_000;

/** The voice SDK's signalling: `wss://voice-js.<edge>.twilio.com/signal`. */
export function signallingProduct(dependencies: DeviceDependencies): Product & { stop(): void } {
  const sockets = new Set<WebSocket>();
  const stopHeartbeat = repeatInRealTime(HEARTBEAT_MS, () => {
    for (const socket of sockets) if (socket.readyState === socket.OPEN) socket.send(HEARTBEAT);
  });
  return {
    name: 'voice-js',
    routes: [],
    sockets: [
      {
        pattern: '/signal',
        accept(socket) {
          sockets.add(socket);
          socket.once('close', () => sockets.delete(socket));
          acceptDevice(dependencies, socket);
        },
      },
    ],
    stop() {
      stopHeartbeat();
      for (const socket of sockets) socket.close(1001, 'Going away');
    },
  };
}

/** Where the voice SDK reports its quality measurements (`eventpublisher.ts`): taken and forgotten. */
export const eventGatewayProduct = (): Product => ({
  name: 'eventgw',
  routes: ['EndpointEvents', 'EndpointMetrics'].map((name) => ({
    method: 'POST',
    pattern: `/v4/${name}`,
    auth: 'none',
    body: 'any',
    handle: () => ({ status: 200, body: {} }),
  })),
});
