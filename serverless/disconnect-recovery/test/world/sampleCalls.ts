import type { Call } from '../../src/recovery/call';
import { newCall } from '../../src/recovery/call';
import { duties } from '../../src/recovery/duties';
import type { CallEvent, EventOf, Moment, Sight } from '../../src/recovery/event';
import { transition } from '../../src/recovery/transition';
import { CALL_TASK, CONFERENCE, CUSTOMER, newTask, PEOPLE, WORKFLOW } from './people';

const NOW = 1_700_000_000_000;

/** A process of the service, with softphones recovered only. */
export const moment = (now = NOW): Moment => ({
  now,
  me: 'a process',
  rules: { telephones: false, enabled: true },
});

const [alice] = PEOPLE;

/** Worker 1's page is on the call with the customer. */
export const registered: EventOf<'registered'> = {
  type: 'registered',
  ...alice,
  phone: 'softphone',
  conferenceSid: CONFERENCE,
  customerCallSid: CUSTOMER,
  workflowSid: WORKFLOW,
};

/** Worker 1's leg is lost. */
export const drop: EventOf<'left'> = {
  type: 'left',
  callSid: alice.callSid,
  why: 'hung_up',
  at: NOW,
  dropId: 'a drop',
};

export const hangUp: EventOf<'deregistered'> = {
  type: 'deregistered',
  workerSid: alice.workerSid,
  intent: 'hangup',
};

export const transferStarted: EventOf<'transfer_started'> = {
  type: 'transfer_started',
  transferSid: 'a transfer',
  dropId: 'its drop',
};

export const transferFailed: EventOf<'transfer_ended'> = {
  type: 'transfer_ended',
  failed: true,
  transferSid: 'a transfer',
  dropId: 'its drop',
};

export const ping: EventOf<'ping_sent'> = { type: 'ping_sent', taskSid: newTask(1), until: NOW + 15_000 };

/** Another task than the ping: the one that brings the caller back, or a stray. */
export const SECOND = newTask(2);

/** What a look shows: the customer alone unless told otherwise. */
export const look = (sight: Partial<Sight> = {}): EventOf<'looked'> => ({
  type: 'looked',
  sight: { customerOn: true, workerOn: false, otherWorker: 'none', others: false, ...sight },
});

/** A call after these events, all at the same moment. */
export const after = (...events: readonly CallEvent[]): Call =>
  events.reduce((call, event) => transition(call, event, moment()), newCall(CALL_TASK, NOW));

/** What the call owes, most urgent first. */
export const owed = (call: Call, now = NOW): string[] => duties(call, moment(now)).map(({ kind }) => kind);
