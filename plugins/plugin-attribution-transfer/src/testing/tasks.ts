import type { AgentTask } from '../flex/ports';
import { NOON } from './attempt';
import { queueSid, reservationSid, taskSid, workerSid } from './sids';

/** A live call of the agent's. */
export const callTask = (about: Partial<AgentTask> = {}): AgentTask => ({
  sid: reservationSid('call'),
  taskSid: taskSid('call'),
  status: 'accepted',
  channel: 'voice',
  attributes: { call_sid: `CA${'0'.repeat(32)}`, language: 'en' },
  isCall: true,
  canTransfer: true,
  movingTo: undefined,
  offer: undefined,
  ...about,
});

/** The attributes of a call that somebody accepted. */
export const marked = (attemptId: string) => ({
  ...callTask().attributes,
  transferTo: workerSid('bob'),
  transferAttempt: { id: attemptId, reservationSid: reservationSid('call'), mode: 'COLD' },
});

/** An attribution task, offered to the agent. */
export const attributionTask = (about: Partial<AgentTask> = {}): AgentTask => ({
  sid: reservationSid('attribution'),
  taskSid: taskSid('attribution'),
  status: 'pending',
  channel: 'bpo_assortment',
  attributes: {
    type: 'attribution',
    originalTaskSid: taskSid('call'),
    mode: 'COLD',
    affiliation: 'BPO_B',
    transferringWorkerSid: workerSid('alice'),
    transferringWorkerName: 'Alice Adams',
    requestedAt: new Date(NOON).toISOString(),
    transfer_task: { targetSid: queueSid('Billing') },
  },
  isCall: false,
  canTransfer: false,
  movingTo: undefined,
  offer: undefined,
  ...about,
});
