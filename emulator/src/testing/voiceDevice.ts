import WebSocket from 'ws';
import { isObject } from '../kernel/isObject';

/** What a device does with an invitation. */
export type DeviceHabit = 'answers' | 'rings' | 'rejects';

export interface DeviceOptions {
  /** Picks up at once unless told. */
  readonly habit?: DeviceHabit;
  /** The page's host name, e.g. `alice.localhost:4010`: what `/_emulator/network` cuts off. */
  readonly host?: string;
}

/** One registered voice device, as the voice SDK's signalling drives it. */
export interface Device {
  /** Types of the messages received so far. */
  readonly messages: readonly string[];
  send(type: string, payload: unknown): void;
  hangUp(callSid: string): void;
  /** Resolves with the next message. */
  readonly next: () => Promise<void>;
  /** Resolves when a message of that type has come. */
  received(type: string): Promise<void>;
  /** Cuts the socket, as a page does that is reloaded or closed; resolves when it is closed on this side. */
  close(): Promise<void>;
  /** Resolves when the socket is closed, by whomever. */
  readonly closed: Promise<void>;
}

const typeOf = (message: unknown): string => (isObject(message) ? String(message['type']) : '');

const callOf = (message: unknown): unknown =>
  isObject(message) && isObject(message['payload']) ? message['payload']['callsid'] : undefined;

const parse = (data: WebSocket.RawData): unknown => {
  const text = Buffer.isBuffer(data) ? data.toString('utf8').trim() : '';
  return JSON.parse(text === '' ? '{}' : text);
};

/** Registers a device for the token's identity; rejects when it is turned away. */
export async function openDevice(
  origin: string,
  token: string,
  { habit = 'answers', host }: DeviceOptions = {},
): Promise<Device> {
  const address = `${origin.replace('http', 'ws')}/_host/voice-js.roaming.twilio.com/signal`;
  const socket = new WebSocket(address, host === undefined ? {} : { headers: { host } });
  const messages: string[] = [];
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      resolve();
    });
  });
  const send: Device['send'] = (type, payload) => {
    socket.send(JSON.stringify({ type, payload, version: '1.6' }));
  };
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => {
      send('listen', { token });
    });
    socket.on('message', (data: WebSocket.RawData) => {
      const message = parse(data);
      const type = typeOf(message);
      messages.push(type);
      if (type === 'connected') send('register', { media: { audio: true } });
      if (type === 'invite' && habit !== 'rings') {
        send(habit === 'answers' ? 'answer' : 'reject', { callsid: callOf(message), sdp: '' });
      }
      if (type === 'error') reject(new Error(`The device was turned away: ${JSON.stringify(message)}`));
      if (type === 'ready') resolve();
    });
  });
  const next: Device['next'] = () =>
    new Promise((resolve) => {
      socket.once('message', () => {
        resolve();
      });
    });
  return {
    messages,
    send,
    next,
    closed,
    hangUp(callSid) {
      send('hangup', { callsid: callSid });
    },
    async received(type) {
      while (!messages.includes(type)) await next();
    },
    close() {
      socket.close();
      return closed;
    },
  };
}
