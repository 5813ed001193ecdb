import {
  callSid,
  conferenceSid,
  reservationSid,
  taskSid,
  workerSid,
  workflowSid,
} from '@patchbay/plugin-kit/testing';
import type { AgentTask, Leg } from '../flex/ports';

export const leg: Leg = {
  conferenceSid: conferenceSid('one'),
  callSid: callSid('alice'),
  customerCallSid: callSid('customer'),
};

/** A live call of Alice's. */
export const callTask = (about: Partial<AgentTask> = {}): AgentTask => ({
  sid: reservationSid('call'),
  taskSid: taskSid('call'),
  status: 'accepted',
  channel: 'voice',
  attributes: { language: 'en' },
  isCall: true,
  workflowSid: workflowSid('anyone'),
  leg,
  customerLeft: false,
  isTransferring: false,
  ...about,
});

/** Her leg of it has gone. */
export const wrappingCall = (about: Partial<AgentTask> = {}): AgentTask =>
  callTask({ status: 'wrapping', leg: undefined, ...about });

/** The service asks whether Alice's page is back. */
export const pingTask = (about: Partial<AgentTask> = {}): AgentTask =>
  callTask({
    sid: reservationSid('ping'),
    taskSid: taskSid('ping'),
    status: 'pending',
    isCall: false,
    leg: undefined,
    attributes: {
      disconnectedTaskSid: taskSid('call'),
      disconnectedWorkerSid: workerSid('alice'),
      disconnectedCallSid: leg.callSid,
    },
    ...about,
  });

/** The caller, brought back to her. */
export const reconnectTask = (about: Partial<AgentTask> = {}): AgentTask =>
  callTask({
    sid: reservationSid('reconnect'),
    taskSid: taskSid('reconnect'),
    status: 'pending',
    leg: undefined,
    attributes: { isReconnect: true, targetWorkerSid: workerSid('alice'), recoveredTaskSid: taskSid('call') },
    ...about,
  });
