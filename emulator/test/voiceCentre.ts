import type { Reservation, Worker } from 'twilio-taskrouter';
import WebSocket from 'ws';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { isObject } from '../src/kernel/isObject';
import type { WorkspaceEngine } from '../src/taskrouter/engine/operations';
import { connectWorker, disconnectWorker, once } from '../src/testing';
import { startReceiver, type Receiver } from './receiver';

/** A receiver of webhooks that can be told what TwiML to answer with; 204 until then. */
export interface TwimlReceiver extends Receiver {
  answerWith(twiml: string): void;
}

export type Agent = 'alice' | 'bob' | 'carol';

/** The account's number, and the telephone of the agent who works outside the browser. */
export const NUMBER = '+15551000000';
export const CAROLS_PHONE = '+15550000003';
export const CUSTOMER = '+15557654321';

/** One registered voice device. */
export interface Device {
  /** Messages received so far. */
  readonly messages: readonly string[];
  hangUp(callSid: string): void;
  /** Resolves when a message of that type has come. */
  received(type: string): Promise<void>;
  /** Cuts the socket, as a page does that is reloaded or closed; resolves when the local Twilio has noticed. */
  close(): Promise<void>;
}

/** A contact centre on a paused clock that takes calls: two agents in the browser, one on a telephone. */
export interface VoiceCentre {
  readonly local: LocalTwilio;
  readonly workspace: WorkspaceEngine;
  readonly workflowSid: string;
  readonly workerSid: Readonly<Record<Agent, string>>;
  readonly othersSid: string;
  readonly receiver: TwimlReceiver;
  /** Connects the worker SDK and, for agents in the browser, registers a device. */
  connect(agent: Agent): Promise<Worker>;
  readonly registerDevice: (agent: Agent) => Promise<Device>;
  /** A customer calls; resolves with his call's SID once all that follows at this instant has happened. */
  call(attributes?: Readonly<Record<string, unknown>>): Promise<string>;
  customer(callSid: string): Promise<Readonly<Record<string, unknown>>>;
  readonly admin: (
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<Readonly<Record<string, unknown>>>;
  tokenOf(agent: Agent): string;
  /** Lets everything due at this instant happen, webhooks included. */
  readonly settle: () => Promise<void>;
  /** What conference callbacks told so far, as `event who`, in the order of their numbers. */
  told(): readonly string[];
  stop(): Promise<void>;
}

const CONTACTS: Readonly<Record<Agent, string>> = {
  alice: 'client:alice',
  bob: 'client:bob',
  carol: CAROLS_PHONE,
};

const AGENTS = ['alice', 'bob', 'carol'] as const;

const only = (names: readonly Agent[]): string => names.map((name) => `name == "${name}"`).join(' OR ');

async function openDevice(origin: string, token: string): Promise<Device> {
  const address = `${origin.replace('http', 'ws')}/_host/voice-js.roaming.twilio.com/signal`;
  const socket = new WebSocket(address);
  const messages: string[] = [];
  const send = (type: string, payload: unknown): void => {
    socket.send(JSON.stringify({ type, payload, version: '1.6' }));
  };
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => {
      send('listen', { token });
    });
    socket.on('message', (data: WebSocket.RawData) => {
      const text = Buffer.isBuffer(data) ? data.toString('utf8').trim() : '';
      const message: unknown = JSON.parse(text === '' ? '{}' : text);
      const type = isObject(message) ? String(message['type']) : '';
      messages.push(type);
      if (type === 'connected') send('register', { media: { audio: true } });
      if (type === 'invite' && isObject(message) && isObject(message['payload'])) {
        send('answer', { callsid: message['payload']['callsid'], sdp: '' });
      }
      if (type === 'error') reject(new Error('The device was turned away'));
      if (type === 'ready') resolve();
    });
  });
  return {
    messages,
    async received(type) {
      while (!messages.includes(type)) await new Promise((resolve) => socket.once('message', resolve));
    },
    hangUp(callSid) {
      send('hangup', { callsid: callSid });
    },
    close: () =>
      new Promise((resolve) => {
        if (socket.readyState === socket.CLOSED) resolve();
        socket.on('close', () => {
          resolve();
        });
        socket.close();
      }),
  };
}

async function startTwimlReceiver(): Promise<TwimlReceiver> {
  let twiml: string | undefined;
  const receiver = await startReceiver((response) => {
    if (twiml === undefined) response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': 'text/xml' }).end(twiml);
  });
  return {
    ...receiver,
    answerWith(text) {
      twiml = text;
    },
  };
}

const textOf = (fields: URLSearchParams, name: string): string => fields.get(name) ?? '';

export async function openVoiceCentre(): Promise<VoiceCentre> {
  const local = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2026, 5, 1, 9) });
  const receiver = await startTwimlReceiver();
  const seeded = await local.seed({
    workspace: { friendlyName: 'Voice' },
    taskQueues: [
      ...AGENTS.map((name) => ({ friendlyName: name, targetWorkers: only([name]) })),
      { friendlyName: 'others', targetWorkers: only(['bob', 'carol']) },
    ],
    workflows: [
      {
        friendlyName: 'Voice',
        configuration: {
          task_routing: {
            filters: AGENTS.map((name) => ({ expression: `for == "${name}"`, targets: [{ queue: name }] })),
            default_filter: { queue: 'others' },
          },
        },
      },
    ],
    workers: AGENTS.map((name) => ({
      friendlyName: name,
      attributes: { name, contact_uri: CONTACTS[name] },
      activity: 'Available',
    })),
    identities: AGENTS.map((name) => ({ identity: name, worker: name })),
    phoneNumbers: [
      {
        number: NUMBER,
        twiml: '<Response><Enqueue workflowSid="Voice"><Task>{"for":"alice"}</Task></Enqueue></Response>',
      },
    ],
  });
  const connected: Worker[] = [];
  const devices: Device[] = [];
  const workspace = local.engine.workspace(seeded.workspaceSid);
  const settle = (): Promise<void> => local.clock.advance(0);
  const tokenOf = (agent: Agent): string => seeded.identities[agent]?.token ?? '';

  const admin: VoiceCentre['admin'] = async (method, path, body) => {
    const response = await fetch(`${local.origin}/_emulator${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok || !isObject(answer)) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };

  const registerDevice: VoiceCentre['registerDevice'] = async (agent) => {
    const device = await openDevice(local.origin, tokenOf(agent));
    devices.push(device);
    return device;
  };

  return {
    local,
    workspace,
    workflowSid: seeded.workflows['Voice'] ?? '',
    workerSid: {
      alice: seeded.workers['alice'] ?? '',
      bob: seeded.workers['bob'] ?? '',
      carol: seeded.workers['carol'] ?? '',
    },
    othersSid: seeded.taskQueues['others'] ?? '',
    receiver,
    admin,
    settle,
    registerDevice,
    tokenOf,
    async connect(agent) {
      const worker = await connectWorker(local.origin, tokenOf(agent));
      connected.push(worker);
      return worker;
    },
    async call(attributes) {
      const placed = await admin('POST', '/customers/calls', {
        from: CUSTOMER,
        ...(attributes === undefined ? {} : { attributes }),
      });
      await settle();
      return String(placed['callSid']);
    },
    customer: (callSid) => admin('GET', `/customers/calls/${callSid}`),
    told: () =>
      receiver.received
        .map(({ body }) => new URLSearchParams(body))
        .filter((fields) => fields.has('ConferenceSid'))
        .sort((a, b) => Number(a.get('SequenceNumber')) - Number(b.get('SequenceNumber')))
        .map((fields) => {
          const call = [...local.voice.calls()].find(({ sid }) => sid === fields.get('CallSid'));
          const who = call?.direction === 'inbound' ? 'customer' : call?.to.replace('client:', '');
          return [textOf(fields, 'StatusCallbackEvent'), who].filter(Boolean).join(' ');
        }),
    async stop() {
      for (const worker of connected) disconnectWorker(worker);
      await Promise.all(devices.map((device) => device.close()));
      await receiver.stop();
      await local.stop();
    },
  };
}

/** Accepts a call the way Flex does; resolves when the reservation is accepted. */
export async function acceptCall(
  { receiver, settle }: VoiceCentre,
  reservation: Reservation,
  options: Parameters<Reservation['conference']>[0] = {},
): Promise<void> {
  const accepted = once(reservation, 'accepted');
  await reservation.conference({
    endConferenceOnExit: true,
    endConferenceOnCustomerExit: true,
    conferenceStatusCallback: `${receiver.origin}/conference`,
    conferenceStatusCallbackEvent: 'start end join leave mute hold modify announcement',
    ...options,
  });
  await settle();
  await accepted;
  // The answer came over a socket: what follows it, webhooks included, is still on its way.
  await settle();
}
