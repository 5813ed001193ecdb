import type { Server } from 'node:net';
import * as z from 'zod/mini';

const Address = z.object({ port: z.number() });

/** Opens a server on the loopback interface and returns its port; rejects when the port is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(z.parse(Address, server.address()).port);
    });
  });
}
