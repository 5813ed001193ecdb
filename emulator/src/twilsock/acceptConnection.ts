import type { WebSocket } from 'ws';
import type { IdentityDirectory } from '../iam/identities';
import type { Clock } from '../kernel/clock';
import type { Random } from '../kernel/random';
import type { TunnelAnswerer } from './answerTunnelled';
import { createConversation } from './converse';
import { readFrame } from './frame';
import { NOT_ACCEPTABLE, OFFLOADED } from './status';
import { createWire } from './wire';

export interface ConnectionDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly identities: IdentityDirectory;
  readonly answer: TunnelAnswerer;
  /** A method of Twilsock that doesn't exist here was used. */
  readonly reportUnknown: (method: string) => void;
  /** Epoch ms when this Twilio started. */
  readonly startedAt: number;
}

/** Takes over one socket. Returns what sends its client away, to come back later. */
export function acceptConnection(socket: WebSocket, dependencies: ConnectionDependencies): () => void {
  const wire = createWire(socket, dependencies.random);
  const conversation = createConversation(wire, dependencies);

  socket.on('message', (data, isBinary) => {
    const frame = isBinary && Buffer.isBuffer(data) ? readFrame(data) : undefined;
    if (frame) conversation.hear(frame);
    else wire.close(NOT_ACCEPTABLE);
  });
  // A frame beyond the socket's limit: ws closes it with 1009 by itself.
  socket.on('error', () => undefined);
  socket.on('close', conversation.end);

  return () => {
    wire.close(OFFLOADED);
  };
}
