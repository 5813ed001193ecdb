import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { subscribe } from '@patchbay/emulator/testing';
import type { Result, TwilioApi } from '@patchbay/shared';
import { conferenceStatusHandlerContract } from '@patchbay/shared/contracts';
import { conferenceStatusHandler } from '../../src/endpoints/conferenceStatusHandler';
import { reconnectCall } from '../../src/endpoints/reconnectCall';
import { taskEventHandler } from '../../src/endpoints/taskEventHandler';
import type { RecoveryPorts } from '../../src/ports';
import { recoveryWorkspace } from '../../src/workspace';
import type { Centre } from './centre';
import { portsOf, type PortOptions } from './ports';
import { counting, newTally, type Tally } from './tally';

/** What Twilio calls, in this process and on the local Twilio's clock. */
export interface Service {
  readonly url: string;
  /** The ports of a request of the service. */
  readonly ports: (options?: PortOptions) => RecoveryPorts;
  /** What becomes of the next webhooks; the default handles them. */
  treat: (kind: 'callback' | 'event', handle: () => Promise<Result<unknown>>) => Promise<Result<unknown>>;
  /** Requests handled at a time; the platform answers 429 to one more. */
  atOnce: number;
  /** What all its requests have asked of Twilio. */
  tally: Tally;
  /** Ports of the requests that Twilio makes. */
  options: PortOptions;
  stop(): Promise<void>;
}

const ASSETS = path.resolve(__dirname, '../../src/assets');

const same = (api: TwilioApi): TwilioApi => api;

const LOST = { ok: true, status: 200, body: {}, replayed: false } as const;

/** Every webhook of a kind is answered and forgotten. */
export const losing =
  (lost: 'callback' | 'event'): Service['treat'] =>
  (kind, handle) =>
    kind === lost ? Promise.resolve(LOST) : handle();

/** Webhooks one after the other, so that none waits for what another one writes. */
export function inTurn(): Service['treat'] {
  let last: Promise<unknown> = Promise.resolve();
  return (_kind, handle) => {
    const result = last.then(handle);
    last = result.catch(() => undefined);
    return result;
  };
}

export async function startService(centre: Centre): Promise<Service> {
  let url = '';
  const ports: Service['ports'] = (options = {}) =>
    portsOf(centre, {
      ...options,
      env: { PUBLIC_URL: url, ...options.env },
      through: (api) => (options.through ?? same)(counting(service.tally)(api)),
    });
  const service: Service = {
    get url() {
      return url;
    },
    ports,
    treat: (_kind, handle) => handle(),
    options: {},
    tally: newTally(),
    atOnce: Number.POSITIVE_INFINITY,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  let running = 0;
  const server = createServer((request, response) => {
    if (running >= service.atOnce) {
      response.writeHead(429).end();
      return;
    }
    running += 1;
    void answer(service, request, response).finally(() => {
      running -= 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The service does not listen');
  url = `http://127.0.0.1:${address.port}`;
  await subscribe(centre.client, `${url}/task-event-handler`, recoveryWorkspace.events);
  return service;
}

async function answer(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', service.url);
  const body = await text(request);
  const form = { ...Object.fromEntries(searchParams), ...Object.fromEntries(new URLSearchParams(body)) };
  const ports = () => service.ports({ deadlineMs: 4_500, ...service.options });
  switch (pathname) {
    case '/conference-status-handler': {
      const input = conferenceStatusHandlerContract.request.parse(form);
      return send(response, () =>
        service.treat('callback', () => conferenceStatusHandler.handle(input, ports(), undefined)),
      );
    }
    case '/task-event-handler': {
      const events: unknown = JSON.parse(body);
      const list = Array.isArray(events) ? events : [events];
      return send(response, () =>
        service.treat('event', () => taskEventHandler.handle({ events: list }, ports(), undefined)),
      );
    }
    case '/reconnect-call': {
      const { order = '', signature = '' } = form;
      const result = await reconnectCall.handle({ ...form, order, signature }, ports(), undefined);
      response.writeHead(result.ok ? 200 : 403, { 'content-type': 'text/xml' });
      response.end(result.ok ? result.body.twiml : '');
      return;
    }
    default:
      sendAsset(response, pathname);
  }
}

/** As Twilio serves the service's assets. */
function sendAsset(response: ServerResponse, pathname: string): void {
  const file = path.join(ASSETS, path.basename(pathname));
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': file.endsWith('.mp3') ? 'audio/mpeg' : 'text/xml' });
  response.end(readFileSync(file));
}

async function send(response: ServerResponse, handle: () => Promise<Result<unknown>>): Promise<void> {
  const status = await handle().then(
    (result) => (result.ok ? result.status : 409),
    () => 503,
  );
  response.writeHead(status).end();
}
