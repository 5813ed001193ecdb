import { WebSocket } from 'ws';
import { readFrame, writeFrame, type Frame } from '../src/twilsock/frame';
import { twilsockUri } from './syncClient';

/** A Twilsock client of the test's own, for what the SDK never does. */
export interface RawTwilsock {
  readonly socket: WebSocket;
  /** Sends a frame and resolves with the reply to it. */
  ask(header: Readonly<Record<string, unknown>>, payload?: unknown): Promise<Frame>;
  /** Sends a frame that gets no reply. */
  tell(header: Readonly<Record<string, unknown>>, payload?: unknown): void;
  send(bytes: Buffer | string): void;
  /** The next frame with this method. */
  next(method: string): Promise<Frame>;
  /** The code the server closes with. */
  readonly closed: Promise<number>;
  end(): void;
}

const TIMEOUT_MS = 4_000;

/** Opens a socket; `init` is up to the caller. */
export async function openRawTwilsock(origin: string): Promise<RawTwilsock> {
  const socket = new WebSocket(twilsockUri(origin));
  const heard: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    const frame = readFrame(data);
    if (frame) heard.push(frame);
    for (const look of waiting) look();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));

  const find = (matches: (frame: Frame) => boolean, what: string): Promise<Frame> =>
    new Promise((resolve, reject) => {
      const timeout = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`No ${what} within ${TIMEOUT_MS} ms`));
      }, TIMEOUT_MS);
      const look = (): void => {
        const at = heard.findIndex(matches);
        const [frame] = at < 0 ? [] : heard.splice(at, 1);
        if (!frame) return;
        clearTimeout(timeout);
        waiting.delete(look);
        resolve(frame);
      };
      waiting.add(look);
      look();
    });

  let asked = 0;
  return {
    socket,
    closed,
    send: (bytes) => {
      socket.send(bytes);
    },
    tell: (header, payload) => {
      socket.send(writeFrame({ id: 'TM0', ...header }, payload));
    },
    ask(header, payload) {
      const id = `TM${++asked}`;
      socket.send(writeFrame({ id, ...header }, payload));
      return find((frame) => frame.header['id'] === id, `reply to ${String(header['method'])}`);
    },
    next: (method) => find((frame) => frame.header['method'] === method, method),
    end: () => {
      socket.terminate();
    },
  };
}

/** A `message` that carries a request. */
export const tunnelled = (
  method: string,
  host: string,
  path: string,
  grant = 'data_sync',
): Readonly<Record<string, unknown>> => ({
  method: 'message',
  active_grant: grant,
  http_request: { method, host, path, params: {}, headers: {} },
});
