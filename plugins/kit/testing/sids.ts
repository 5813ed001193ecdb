import {
  CallSid,
  ConferenceSid,
  ReservationSid,
  TaskQueueSid,
  TaskSid,
  WorkerSid,
  WorkflowSid,
} from '@patchbay/shared/contracts';

const hex = (name: string): string =>
  Array.from(name, (letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(32, '0')
    .slice(0, 32);

/** SIDs that differ as their names do, for tests. */
export const taskSid = (name: string): TaskSid => TaskSid.parse(`WT${hex(name)}`);
export const reservationSid = (name: string): ReservationSid => ReservationSid.parse(`WR${hex(name)}`);
export const queueSid = (name: string): TaskQueueSid => TaskQueueSid.parse(`WQ${hex(name)}`);
export const workerSid = (name: string): WorkerSid => WorkerSid.parse(`WK${hex(name)}`);
export const workflowSid = (name: string): WorkflowSid => WorkflowSid.parse(`WW${hex(name)}`);
export const callSid = (name: string): CallSid => CallSid.parse(`CA${hex(name)}`);
export const conferenceSid = (name: string): ConferenceSid => ConferenceSid.parse(`CF${hex(name)}`);
