import { describeCrash } from '../kernel/answerTwilio';
import type { Clock } from '../kernel/clock';
import { noRoute } from '../kernel/dispatch';
import type { FaultPlan } from '../kernel/faults/faultPlan';
import { applyRequestFaults, type FaultedOutcome } from '../kernel/faults/requestFaults';
import type { Journal } from '../kernel/journal';
import { redactBody } from '../kernel/redact';
import { replyToError } from '../kernel/respond';
import type { Reply } from '../kernel/route';
import { createRouter } from '../kernel/router';
import { productLabel } from '../kernel/twilioHost';
import { TwilioError } from '../kernel/twilioError';
import type { Frame } from './frame';
import { readTunnelBody, type RawTunnelRequest } from './readHttpRequest';
import type { TunnelReply, TunnelRoute, TunnelSession } from './tunnel';

export interface TunnelDependencies {
  readonly clock: Clock;
  readonly faults: FaultPlan;
  readonly journal: Journal;
}

/** What becomes of a tunnelled request, and what is to be done once its answer is sent. */
export interface TunnelOutcome {
  readonly outcome: FaultedOutcome;
  readonly after: () => void;
}

export type TunnelAnswerer = (
  request: RawTunnelRequest,
  frame: Frame,
  session: TunnelSession,
) => Promise<TunnelOutcome>;

/** Routes, faults and journals requests that came through Twilsock as those that come by HTTP; never rejects. */
export function createTunnelAnswerer(
  routes: readonly TunnelRoute[],
  { clock, faults, journal }: TunnelDependencies,
): TunnelAnswerer {
  const router = createRouter<TunnelRoute>();
  for (const route of routes) router.add(`${route.method} ${route.host}`, route);

  return async (request, frame, session) => {
    const startedMs = performance.now();
    const { method, host, path } = request;
    const match = router.find(`${method} ${productLabel(host)}`, path);
    const seen = {
      ...{ direction: 'in' as const, host, method, path },
      ...(match ? { pattern: match.route.pattern } : {}),
      query: [...new Set(request.query.keys())],
    };
    let note = match ? undefined : 'unrouted';
    let after: () => void = () => undefined;

    // The answer is sent by then: a bug can only be told to the journal.
    const guard = (later: () => void) => (): void => {
      try {
        later();
      } catch (error) {
        journal.record({ ...seen, status: 0, durationMs: 0, faults: [], note: describeCrash(error) });
      }
    };
    const handle = async (): Promise<TunnelReply> => {
      if (!match) throw noRoute(method, host, path);
      const json = readTunnelBody(method, frame);
      return await match.route.handle({ ...request, params: match.params, json, session });
    };
    const perform = async (): Promise<Reply> => {
      try {
        const { after: later, ...reply } = await handle();
        if (later) after = guard(later);
        return reply;
      } catch (error) {
        if (!(error instanceof TwilioError)) note = describeCrash(error);
        return replyToError(error);
      }
    };

    const effects = match ? faults.strikeRequest({ host, method, path }) : [];
    const outcome = await applyRequestFaults(effects, clock, perform);
    const body = redactBody(frame.payload);
    journal.record({
      ...seen,
      ...(body === undefined ? {} : { body }),
      status: outcome.kind === 'answer' ? outcome.reply.status : 0,
      ...(outcome.hidden ? { hiddenStatus: outcome.hidden.status } : {}),
      durationMs: Math.round(performance.now() - startedMs),
      faults: effects.map((effect) => effect.type),
      ...(note === undefined ? {} : { note }),
    });
    return { outcome, after };
  };
}
