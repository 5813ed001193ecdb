import type { Clock } from '../kernel/clock';
import type { Product } from '../kernel/route';
import { ok, type AdminRoute } from './adminRoute';

/** Whether it is up, whose account it plays, and every route it has. */
export function healthRoutes(
  accountSid: string,
  clock: Clock,
  products: readonly Product[],
): readonly AdminRoute[] {
  const routes = products.flatMap(({ name, routes: own, sockets = [] }) => [
    ...own.map(({ method, pattern }) => `${method} ${name}${pattern}`),
    ...sockets.map(({ pattern }) => `WEBSOCKET ${name}${pattern}`),
  ]);
  return [
    {
      method: 'GET',
      pattern: '/_emulator/health',
      handle: () => ok({ status: 'up', accountSid, now: new Date(clock.now()).toISOString(), routes }),
    },
  ];
}
