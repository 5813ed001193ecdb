import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { subscribe } from '@patchbay/emulator/testing';
import { attributionTaskEvents } from '../../src/endpoints/attributionTaskEvents';
import { attributionWorkspace } from '../../src/workspace';
import { COMPANIES, type Centre } from './centre';
import { portsOf } from './ports';

/** An Event Streams sink that keeps what it gets until the test lets it through. */
export interface EventSink {
  /** Everything received and not yet handed on, oldest first. */
  readonly events: unknown[];
  /** Waits until TaskRouter's events so far have arrived, then hands them to the service, in the order `arrange` gives. */
  deliver(arrange?: (events: readonly unknown[]) => readonly unknown[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startEventSink(centre: Centre): Promise<EventSink> {
  const events: unknown[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const parsed: unknown = JSON.parse(body);
      events.push(...(isList(parsed) ? parsed : [parsed]));
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await subscribe(
    centre.client,
    `http://127.0.0.1:${portOf(server)}/events`,
    attributionWorkspace(COMPANIES).events,
  );
  return {
    events,
    async deliver(arrange = (all) => all) {
      // The clock waits for the deliveries that fall due.
      await centre.local.clock.advance(1_000);
      for (const event of arrange(events.splice(0))) {
        const result = await attributionTaskEvents.handle({ events: [event] }, portsOf(centre), undefined);
        if (!result.ok) throw new Error(result.message);
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink does not listen');
  return address.port;
};
