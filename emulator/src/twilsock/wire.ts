import type { WebSocket } from 'ws';
import type { Random } from '../kernel/random';
import { writeFrame } from './frame';
import { OK, type Status } from './status';

/** Bytes waiting for a client that does not read; beyond it the connection is cut instead of growing. */
const MAX_BUFFERED_BYTES = 4_000_000;

/** What the server says on one socket. */
export interface Wire {
  isOpen(): boolean;
  reply(id: unknown, status: Status, header?: Readonly<Record<string, unknown>>, payload?: unknown): void;
  readonly notify: (messageType: string, payload: unknown) => void;
  clientUpdate(type: string): void;
  /** Says why, if there is something to say, then closes. */
  close(status?: Status): void;
  /** Closes without a word, as a network does. */
  cut(): void;
}

/** Speaks Twilsock on a socket; says nothing once it is closing. */
export function createWire(socket: WebSocket, random: Random): Wire {
  const send = (header: Readonly<Record<string, unknown>>, payload?: unknown): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate();
    else socket.send(writeFrame(header, payload));
  };
  return {
    isOpen: () => socket.readyState === socket.OPEN,
    reply(id, status, header = {}, payload) {
      send({ method: 'reply', id, status, ...header }, payload);
    },
    notify(messageType, payload) {
      send({ method: 'notification', id: random.sid('TM'), message_type: messageType, status: OK }, payload);
    },
    clientUpdate(type) {
      send({ method: 'client_update', id: random.sid('TM'), client_update_type: type });
    },
    close(status) {
      if (status) send({ method: 'close', id: random.sid('TM'), status });
      socket.close(1000);
    },
    cut() {
      socket.terminate();
    },
  };
}
