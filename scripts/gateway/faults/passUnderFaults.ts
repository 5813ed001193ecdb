import type { IncomingMessage, ServerResponse } from 'node:http';
import { applyStrike, type Passage } from './applyStrike';
import type { AskForStrike, Strike } from './faults';

/** How a request of a page went. */
export interface Execution {
  readonly method: string;
  readonly path: string;
  /** What the caller saw; 0 when it saw no answer. */
  readonly status: number;
  readonly durationMs: number;
  readonly faults: readonly string[];
}

export interface FaultHooks {
  /** What goes wrong with the requests of pages, which nobody signs; nothing unless given. */
  readonly askForStrike?: AskForStrike;
  /** Told of each of them when it is over; not of preflights, which are the browser's own. */
  readonly onExecuted?: (execution: Execution) => void;
}

const NOTHING: Strike = { online: true, effects: [] };

/** Lets a page's request pass under the faults planned for it, and tells how it went. */
export async function passUnderFaults(
  request: IncomingMessage,
  answer: ServerResponse,
  path: string,
  passage: Passage,
  { askForStrike, onExecuted }: FaultHooks,
): Promise<void> {
  const startedMs = performance.now();
  const { method = 'GET', headers } = request;
  const origin = headers.origin === undefined ? {} : { origin: headers.origin };
  const strike = (await askForStrike?.({ method, path, ...origin })) ?? NOTHING;
  await applyStrike(strike, request, answer, passage);
  // What never left the page's computer, nobody at Twilio saw.
  if (method === 'OPTIONS' || !strike.online) return;
  onExecuted?.({
    ...{ method, path },
    status: answer.headersSent ? answer.statusCode : 0,
    durationMs: performance.now() - startedMs,
    faults: strike.effects.map(({ type }) => type),
  });
}
