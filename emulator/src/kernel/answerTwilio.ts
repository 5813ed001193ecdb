import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock';
import { corsHeaders, preflightHeaders } from './cors';
import { isTwilioMethod, noRoute, type Dispatch } from './dispatch';
import type { FaultPlan } from './faults/faultPlan';
import { applyRequestFaults, type FaultedOutcome } from './faults/requestFaults';
import type { Journal, JournalRecord } from './journal';
import type { Random } from './random';
import { readBody } from './readBody';
import { redactBody, redactText } from './redact';
import { replyToError, respond } from './respond';
import type { Reply } from './route';
import { TwilioError } from './twilioError';

export interface TwilioAnswererOptions {
  readonly dispatch: Dispatch;
  readonly clock: Clock;
  readonly faults: FaultPlan;
  readonly journal: Journal;
  /** Names the requests; a stream of its own, so that their number doesn't change the SIDs of resources. */
  readonly requestIds: Random;
}

/** Answers one request to a Twilio host; never rejects. */
export type TwilioAnswerer = (
  request: IncomingMessage,
  response: ServerResponse,
  target: { readonly host: string; readonly path: string; readonly query: URLSearchParams },
) => Promise<void>;

/** How the journal notes that a route threw what isn't Twilio's. */
export const describeCrash = (error: unknown): string =>
  `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;

/** Reads, dispatches, faults, answers and journals requests to Twilio's hosts. */
export function createTwilioAnswerer(options: TwilioAnswererOptions): TwilioAnswerer {
  const { dispatch, clock, faults, journal, requestIds } = options;
  let inFlight = 0;

  const answer: TwilioAnswerer = async (request, response, { host, path, query }) => {
    const startedMs = performance.now();
    const method = request.method ?? 'GET';
    const match = isTwilioMethod(method) ? dispatch.find(method, host, path) : undefined;
    const refusal = match?.route.refusal;
    let rawBody = '';
    let note = match ? undefined : 'unrouted';

    const perform = async (): Promise<Reply> => {
      try {
        if (!match || !isTwilioMethod(method)) throw noRoute(method, host, path);
        return await dispatch.perform(match, {
          method,
          host,
          path,
          query,
          rawBody,
          headers: request.headers,
        });
      } catch (error) {
        if (!(error instanceof TwilioError)) note = describeCrash(error);
        return replyToError(error, refusal);
      }
    };

    const headers = (): Record<string, string> => ({
      ...corsHeaders(request.headers),
      'Twilio-Request-Id': requestIds.sid('RQ'),
      'Twilio-Concurrent-Requests': String(inFlight),
      'Twilio-Request-Duration': ((performance.now() - startedMs) / 1000).toFixed(3),
    });

    const record = (end: Pick<JournalRecord, 'status' | 'hiddenStatus' | 'faults'>): void => {
      const body = redactBody(rawBody);
      journal.record({
        direction: 'in',
        host,
        method,
        path: redactText(path),
        ...(match ? { pattern: match.route.pattern } : {}),
        query: [...new Set(query.keys())],
        ...(body === undefined ? {} : { body }),
        durationMs: Math.round(performance.now() - startedMs),
        ...(note === undefined ? {} : { note }),
        ...end,
      });
    };

    let outcome: FaultedOutcome;
    let struck: readonly string[] = [];
    try {
      rawBody = await readBody(request);
      const effects = match ? faults.strikeRequest({ host, method, path }) : [];
      struck = effects.map((effect) => effect.type);
      outcome = await applyRequestFaults(effects, clock, perform, refusal);
    } catch (error) {
      if (!(error instanceof TwilioError)) note = 'aborted by the client';
      outcome =
        error instanceof TwilioError
          ? { kind: 'answer', reply: replyToError(error, refusal) }
          : { kind: 'cut' };
    }
    record({
      status: outcome.kind === 'answer' ? outcome.reply.status : 0,
      faults: struck,
      ...(outcome.hidden ? { hiddenStatus: outcome.hidden.status } : {}),
    });
    if (outcome.kind === 'cut') request.socket.destroy();
    else respond(response, outcome.reply, headers());
  };

  return async (request, response, target) => {
    if (request.method === 'OPTIONS') {
      respond(response, { status: 204 }, preflightHeaders(request.headers));
      return;
    }
    inFlight += 1;
    try {
      await answer(request, response, target);
    } finally {
      inFlight -= 1;
    }
  };
}
