import type { TunnelRoute } from './tunnel';

/** Flex tells Twilio here how it fares; nobody listens. */
export const telemetryRoutes: readonly TunnelRoute[] = [
  {
    host: 'flex-sdk',
    method: 'POST',
    pattern: '/v1/Telemetry/Events',
    handle: () => ({ status: 200, body: {} }),
  },
];
