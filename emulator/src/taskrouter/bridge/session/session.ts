import type { WebSocket } from 'ws';
import type { Identity } from '../../../iam/identities';

/** Why a session ends: WebSocket close codes (RFC 6455 §7.4.1) and what the worker SDK passes on as the message. */
const ENDINGS = {
  /** The local Twilio stops; the SDK reconnects. */
  stopping: [1001, 'Going away'],
  /** Another session of the worker asked for `closeExistingSessions`. */
  replaced: [1000, 'Closed by a newer session'],
  expired: [1008, 'Access Token expired'],
  revoked: [1008, 'Invalid Access Token'],
  noWorker: [1008, 'The token names no worker'],
  crowded: [1013, 'Too many sessions'],
  slow: [1013, 'Reading too slowly'],
} as const satisfies Record<string, readonly [number, string]>;

export type Ending = keyof typeof ENDINGS;

/** Bytes waiting for a client that does not read; beyond it the session ends instead of growing. */
const MAX_BUFFERED_BYTES = 1_000_000;

/** One worker's open WebSocket. */
export interface Session {
  readonly identity: Identity;
  readonly workerSid: string;
  /** What the client asked for with `setWorkerOfflineIfDisconnected`; false when it did not. */
  readonly offlineWhenGone: boolean;
  readonly socket: WebSocket;
}

/** Closes a socket for a reason the client is told. */
export function endSocket(socket: WebSocket, ending: Ending): void {
  const [code, reason] = ENDINGS[ending];
  socket.close(code, reason);
}

/** Sends a frame, or ends the session when its client has stopped reading; nothing when it is closing already. */
export function sendFrame({ socket }: Session, frame: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MAX_BUFFERED_BYTES) endSocket(socket, 'slow');
  else socket.send(frame);
}
