import type { WebSocket } from 'ws';
import type { Identity, IdentityDirectory } from '../../../iam/identities';
import type { Clock } from '../../../kernel/clock';
import type { SocketRequest } from '../../../kernel/socketRoute';
import { TwilioError } from '../../../kernel/twilioError';
import { authenticate } from '../authenticate';
import type { Presence } from './presence';
import { endSocket, sendFrame, type Session } from './session';
import type { SessionRegistry } from './sessionRegistry';

/** The SDK waits in a `setTimeout`, which fires at once beyond 2^31-1 ms: a longer life is announced as this one. */
const LONGEST_LIFETIME_MS = 2 ** 31 - 1;

export interface SessionDependencies {
  readonly accountSid: string;
  readonly clock: Clock;
  readonly identities: IdentityDirectory;
  readonly registry: SessionRegistry<Session>;
  readonly presence: Presence;
  /** The workspace of a worker, undefined when there is no such worker. */
  readonly findWorkspaceOf: (workerSid: string) => string | undefined;
}

const initFrame = (accountSid: string, workspaceSid: string, session: Session, now: number): string =>
  JSON.stringify({
    event_type: 'init',
    payload: {
      channel_id: session.workerSid,
      account_sid: accountSid,
      workspace_sid: workspaceSid,
      token_lifetime: Math.min(session.identity.expiresAt - now, LONGEST_LIFETIME_MS),
    },
  });

const identify = (
  identities: IdentityDirectory,
  clock: Clock,
  token: string,
): Identity | 'expired' | 'revoked' => {
  try {
    return authenticate(identities, clock, token);
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    return error.code === 20104 ? 'expired' : 'revoked';
  }
};

/**
 * Opens a worker's session on a socket: greets it, closes the others if asked to, and ends it when its token expires.
 * A socket that may not be one is closed with 1008 after the handshake, so that the SDK gets to see the reason.
 */
export function createSessionAcceptor(dependencies: SessionDependencies) {
  const { accountSid, clock, identities, registry, presence, findWorkspaceOf } = dependencies;

  return (socket: WebSocket, request: SocketRequest): void => {
    const identity = identify(identities, clock, request.query.get('token') ?? '');
    if (typeof identity === 'string') {
      endSocket(socket, identity);
      return;
    }
    const workspaceSid = identity.workerSid === undefined ? undefined : findWorkspaceOf(identity.workerSid);
    if (identity.workerSid === undefined || workspaceSid === undefined) {
      endSocket(socket, 'noWorker');
      return;
    }
    const session: Session = {
      identity,
      workerSid: identity.workerSid,
      offlineWhenGone: request.query.get('setWorkerOfflineIfDisconnected') === 'true',
      socket,
    };
    if (request.query.get('closeExistingSessions') === 'true') {
      for (const older of registry.of(session.workerSid)) endSocket(older.socket, 'replaced');
    }
    if (!registry.add(session)) {
      endSocket(socket, 'crowded');
      return;
    }
    const cancelExpiry = clock.schedule(identity.expiresAt - clock.now(), () => {
      endSocket(socket, 'expired');
    });
    socket.once('close', () => {
      cancelExpiry();
      registry.remove(session);
      presence.left(session);
    });
    presence.arrived(session);
    sendFrame(session, initFrame(accountSid, workspaceSid, session, clock.now()));
  };
}
