import {
  CallSid,
  ConferenceSid,
  ReservationSid,
  TaskSid,
  WorkerSid,
  WorkflowSid,
} from '@patchbay/shared/contracts';

const sid = (prefix: string, number: number): string => prefix + number.toString(16).padStart(32, '0');

export const CALL_TASK = TaskSid.parse(sid('WT', 1));
export const CONFERENCE = ConferenceSid.parse(sid('CF', 1));
export const WORKFLOW = WorkflowSid.parse(sid('WW', 1));
export const CUSTOMER = CallSid.parse(sid('CA', 1));
export const THIRD_PARTY = CallSid.parse(sid('CA', 2));

/** SIDs of tasks that come into being as the story goes on. */
export const newTask = (number: number): TaskSid => TaskSid.parse(sid('WT', 100 + number));

/** What never changes of a worker. */
export interface Person {
  readonly workerSid: WorkerSid;
  readonly name: string;
  readonly reservationSid: ReservationSid;
  readonly callSid: CallSid;
}

export const person = (number: number): Person => ({
  workerSid: WorkerSid.parse(sid('WK', number)),
  name: `worker ${number}`,
  reservationSid: ReservationSid.parse(sid('WR', number)),
  callSid: CallSid.parse(sid('CA', 10 + number)),
});

export const PEOPLE = [person(1), person(2), person(3)] as const;
export type Who = 0 | 1 | 2;
