import type { Clock } from '../src/kernel/clock';
import { createFaultPlan } from '../src/kernel/faults/faultPlan';
import { seededRandom } from '../src/kernel/random';
import { createJournal } from '../src/kernel/ringJournal';
import type { Reply } from '../src/kernel/route';
import { splitUrl } from '../src/kernel/splitUrl';
import { createTunnelAnswerer } from '../src/twilsock/answerTunnelled';
import type { TunnelRequest, TunnelRoute, TunnelSession } from '../src/twilsock';

/** A client's session without a socket, which keeps what it is told. */
export interface RecordedSession {
  readonly session: TunnelSession;
  readonly told: { readonly type: string; readonly payload: unknown }[];
  /** The connection is gone. */
  readonly end: () => void;
}

let sessions = 0;

export function recordSession(product = 'data_sync', identity = 'alice'): RecordedSession {
  const told: RecordedSession['told'] = [];
  const endings: (() => void)[] = [];
  const session: TunnelSession = {
    id: `session-${++sessions}`,
    product,
    identity: { token: 't', identity, roles: [], expiresAt: Infinity, revoked: false },
    notify: (type, payload) => told.push({ type, payload }),
    onEnd: (listener) => {
      endings.push(listener);
      return () => undefined;
    },
  };
  return {
    session,
    told,
    end() {
      for (const ending of endings) ending();
    },
  };
}

/** Asks routes what a client asks through Twilsock; resolves with the answer once what follows it has run. */
export type AskTunnel = (
  session: TunnelSession,
  method: TunnelRequest['method'],
  /** e.g. `cds/v3/Maps?PageSize=2`: the host's first label and the path. */
  address: string,
  json?: unknown,
) => Promise<Reply>;

export function openTunnel(routes: readonly TunnelRoute[], clock: Clock): AskTunnel {
  const observers = { faults: createFaultPlan(seededRandom(1)), journal: createJournal(clock) };
  const answer = createTunnelAnswerer(routes, { clock, ...observers });
  return async (session, method, address, json) => {
    const slash = address.indexOf('/');
    const { path, query } = splitUrl(address.slice(slash));
    const request = { method, host: `${address.slice(0, slash)}.us1.twilio.com`, path, query, headers: {} };
    const payload = json === undefined ? '' : JSON.stringify(json);
    const { outcome, after } = await answer(request, { header: {}, payload }, session);
    if (outcome.kind === 'cut') throw new Error('No fault was planned');
    after();
    return outcome.reply;
  };
}
