import type { Identity } from '../iam/identities';
import type { ConnectionDependencies } from './acceptConnection';
import type { Frame } from './frame';
import { forwardMessage } from './forwardMessage';
import { createSessions, type Sessions } from './sessions';
import { EXPIRED, notImplemented, OK, UNAUTHORIZED } from './status';
import { storageIds } from './storageIds';
import { judgeToken, watchToken } from './tokenWatch';
import type { Wire } from './wire';

/** One client's side of the protocol, frame by frame. */
export interface Conversation {
  readonly hear: (frame: Frame) => void;
  /** The socket is gone. */
  readonly end: () => void;
}

const CAPABILITIES = ['client_update', 'offline_storage', 'telemetry.v1'];

/** What needs no answer but OK: whoever registers for notifications gets all of them anyway, telemetry goes nowhere. */
const ACKNOWLEDGED = new Set(['put_notification_ctx', 'delete_notification_ctx', 'telemetry.v1', 'ping']);

/** Twilsock v3 as the SDKs speak it (twilsock 0.8 to 0.14): who they are, first of all, and then what they want. */
export function createConversation(wire: Wire, dependencies: ConnectionDependencies): Conversation {
  const { clock, random, identities, startedAt } = dependencies;
  const id = random.sid('TW');
  let known: { identity: Identity; readonly sessions: Sessions } | undefined;
  let stopWatching: () => void = () => undefined;

  const watch = (identity: Identity): void => {
    stopWatching();
    stopWatching = watchToken(clock, identity, {
      aboutToExpire: () => {
        wire.clientUpdate('token_about_to_expire');
      },
      expired: () => {
        wire.close(EXPIRED);
      },
    });
  };

  const present = ({ header }: Frame): void => {
    const judged = judgeToken(identities, clock, header['token']);
    if ('refused' in judged) {
      wire.reply(header['id'], judged.refused);
      return;
    }
    const { identity } = judged;
    watch(identity);
    if (known) {
      known.identity = identity;
      wire.reply(header['id'], OK);
      return;
    }
    const current = (): Identity => known?.identity ?? identity;
    known = { identity, sessions: createSessions(id, current, wire.notify) };
    wire.reply(header['id'], OK, {
      capabilities: CAPABILITIES,
      continuation_token: random.sid('CT'),
      continuation_token_status: { reissued: true, reissue_message: 'created' },
      offline_storage: storageIds(startedAt, identity.identity),
      init_registrations: { accepted: [], rejected: [] },
    });
  };

  const hear = (frame: Frame): void => {
    const { id: messageId, method, active_grant: grant } = frame.header;
    // Receipts of what was sent.
    if (method === 'reply') return;
    if (method === 'init' || (method === 'update' && known)) {
      present(frame);
      return;
    }
    if (method === 'close') {
      wire.close();
      return;
    }
    if (!known || identities.find(known.identity.token)?.revoked) {
      wire.close(UNAUTHORIZED);
      return;
    }
    if (method === 'message') {
      const session = known.sessions.of(typeof grant === 'string' ? grant : '');
      void forwardMessage(wire, dependencies.answer, frame, session);
      return;
    }
    const name = String(method);
    const isKnown = ACKNOWLEDGED.has(name);
    if (!isKnown) dependencies.reportUnknown(name);
    wire.reply(messageId, isKnown ? OK : notImplemented(name));
  };

  return {
    hear,
    end() {
      stopWatching();
      known?.sessions.end();
    },
  };
}
