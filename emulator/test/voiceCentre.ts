import type { Reservation, Worker } from 'twilio-taskrouter';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { basicAuthorization } from '../src/kernel/basicAuth';
import type { LocalTwilioOptions } from '../src/localTwilioOptions';
import type { WorkspaceEngine } from '../src/taskrouter/engine/operations';
import { askAdmin, connectWorker, disconnectWorker, once } from '../src/testing';
import { readConferenceCallbacks, type Fields } from './conferenceCallbacks';
import { startTwimlReceiver, type TwimlReceiver } from './twimlReceiver';
import { openDevice, type Device, type DeviceOptions } from '../src/testing/voiceDevice';
import { CUSTOMER, VOICE_SCENARIO, type Agent } from './voiceScenario';

export { CAROLS_PHONE, CUSTOMER, NUMBER } from './voiceScenario';

/** A contact centre on a paused clock that takes calls: two agents in the browser, one on a telephone. */
export interface VoiceCentre {
  readonly local: LocalTwilio;
  readonly workspace: WorkspaceEngine;
  readonly workflowSid: string;
  readonly othersSid: string;
  readonly receiver: TwimlReceiver;
  /** Connects the worker SDK. */
  connect(agent: Agent): Promise<Worker>;
  readonly registerDevice: (agent: Agent, options?: DeviceOptions) => Promise<Device>;
  /** A customer calls; resolves with his call's SID once all that follows at this instant has happened. */
  readonly call: (attributes?: Readonly<Record<string, unknown>>) => Promise<string>;
  /** The same; resolves when the call is offered to a worker. */
  offer(
    worker: Worker,
    attributes?: Readonly<Record<string, unknown>>,
  ): Promise<{ callSid: string; reservation: Reservation }>;
  customer(callSid: string): Promise<Readonly<Record<string, unknown>>>;
  /** The newest leg to an address: its SID, empty if there is none. */
  readonly legTo: (address: string) => string;
  statusOf(callSid: string): string | undefined;
  readonly admin: (
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<Readonly<Record<string, unknown>>>;
  /** What no SDK sends to the API of 2010; `path` is below the account. */
  rest(method: string, path: string, form?: Readonly<Record<string, string>>): Promise<Response>;
  tokenOf(agent: Agent): string;
  /** Lets everything due at this instant happen, webhooks included. */
  readonly settle: () => Promise<void>;
  /** The conference callbacks so far, in the order of their numbers. */
  readonly callbacks: () => readonly Fields[];
  /** The same as `event who`. */
  told(): readonly string[];
  /** What Twilio's debugger would show. */
  alerts(): readonly (string | undefined)[];
  stop(): Promise<void>;
}

export async function openVoiceCentre(options: LocalTwilioOptions = {}): Promise<VoiceCentre> {
  const local = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2026, 5, 1, 9), ...options });
  const receiver = await startTwimlReceiver();
  const seeded = await local.seed(VOICE_SCENARIO);
  const connected: Worker[] = [];
  const devices: Device[] = [];
  const settle = (): Promise<void> => local.clock.advance(0);
  const tokenOf = (agent: Agent): string => seeded.identities[agent]?.token ?? '';
  const find = (sid: string | undefined) => local.voice.calls().find((call) => call.sid === sid);

  const admin: VoiceCentre['admin'] = (method, path, body) => askAdmin(local.origin, method, path, body);

  const call: VoiceCentre['call'] = async (attributes) => {
    const placed = await admin('POST', '/customers/calls', {
      from: CUSTOMER,
      ...(attributes === undefined ? {} : { attributes }),
    });
    await settle();
    return String(placed['callSid']);
  };

  const callbacks: VoiceCentre['callbacks'] = () => readConferenceCallbacks(receiver);

  return {
    local,
    workspace: local.engine.workspace(seeded.workspaceSid),
    workflowSid: seeded.workflows['Voice'] ?? '',
    othersSid: seeded.taskQueues['others'] ?? '',
    receiver,
    admin,
    settle,
    tokenOf,
    call,
    callbacks,
    rest(method, path, form) {
      const { accountSid, authToken, origin } = local;
      return fetch(`${origin}/_host/api.twilio.com/2010-04-01/Accounts/${accountSid}/${path}`, {
        method,
        headers: { Authorization: basicAuthorization(accountSid, authToken) },
        ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      });
    },
    async registerDevice(agent, deviceOptions) {
      const device = await openDevice(local.origin, tokenOf(agent), deviceOptions);
      devices.push(device);
      return device;
    },
    async connect(agent) {
      const worker = await connectWorker(local.origin, tokenOf(agent));
      connected.push(worker);
      return worker;
    },
    async offer(worker, attributes) {
      const offered = once(worker, 'reservationCreated');
      const callSid = await call(attributes);
      return { callSid, reservation: await offered };
    },
    customer: (callSid) => admin('GET', `/customers/calls/${callSid}`),
    legTo: (address) => local.voice.calls().findLast(({ to }) => to === address)?.sid ?? '',
    statusOf: (callSid) => find(callSid)?.status,
    told: () =>
      callbacks().map((fields) => {
        const leg = find(fields['CallSid']);
        const who = leg?.direction === 'inbound' ? 'customer' : leg?.to.replace('client:', '');
        return [fields['StatusCallbackEvent'], who].filter(Boolean).join(' ');
      }),
    alerts: () => local.journal.entries({ kind: 'alert' }).map(({ note }) => note),
    async stop() {
      for (const worker of connected) disconnectWorker(worker);
      await Promise.all(devices.map((device) => device.close()));
      await receiver.stop();
      await local.stop();
    },
  };
}
