import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import type { Centre } from './centre';

interface Created {
  readonly at: number;
  readonly taskSid: string;
  readonly reservationSid: string;
}

/** Stands before the local Twilio, which has no events API: answers that one list, and passes everything else on. */
export interface FakeTaskEvents {
  /** What was asked of the events API: its parameters. */
  readonly asked: readonly Readonly<Record<string, string>>[];
  stop(): Promise<void>;
}

export async function startFakeTaskEvents({ local }: Centre): Promise<FakeTaskEvents> {
  const created: Created[] = [];
  const asked: Record<string, string>[] = [];
  const silence = local.engine.on((event) => {
    if (event.type === 'reservation.created')
      created.push({ at: event.at, taskSid: event.task.sid, reservationSid: event.reservation.sid });
  });

  const answerEvents = (url: URL, response: ServerResponse): void => {
    const query = Object.fromEntries(url.searchParams);
    asked.push(query);
    const since = Date.parse(query['StartDate'] ?? '') || local.clock.now() - 15 * 60_000;
    const events = created
      .filter(({ at, taskSid }) => at >= since && taskSid === query['TaskSid'])
      .map(({ reservationSid }) => ({
        event_type: 'reservation.created',
        resource_type: 'reservation',
        resource_sid: reservationSid,
      }));
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ events, meta: { key: 'events', next_page_url: null } }));
  };

  const passOn = (incoming: IncomingMessage, response: ServerResponse): void => {
    const { method, url: path, headers } = incoming;
    const onward = request(new URL(path ?? '/', local.origin), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  };

  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', local.origin);
    if (/^\/v1\/Workspaces\/\w+\/Events$/.test(url.pathname)) answerEvents(url, response);
    else passOn(incoming, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake does not listen');
  const restore = redirectTwilio(`http://127.0.0.1:${address.port}`);
  return {
    asked,
    stop: () =>
      new Promise((resolve) => {
        restore();
        silence();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
