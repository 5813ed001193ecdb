import { ReservationSid, TaskQueueSid, TaskSid, WorkerSid } from '@patchbay/shared/contracts';
import type { Attempt } from '../../src/attempt/attempt';
import { startAttempt } from '../../src/attempt/start';

const digits = (digit: string): string => digit.repeat(32);

export const ORIGINAL = TaskSid.parse(`WT${digits('0')}`);
export const TASK = TaskSid.parse(`WT${digits('1')}`);
export const DUPLICATE = TaskSid.parse(`WT${digits('2')}`);
export const QUEUE = TaskQueueSid.parse(`WQ${digits('0')}`);
export const A = WorkerSid.parse(`WK${digits('a')}`);
export const B = WorkerSid.parse(`WK${digits('b')}`);
export const C = WorkerSid.parse(`WK${digits('c')}`);
export const A_RESERVATION = ReservationSid.parse(`WR${digits('a')}`);
export const B_RESERVATION = ReservationSid.parse(`WR${digits('b')}`);
export const C_RESERVATION = ReservationSid.parse(`WR${digits('c')}`);

export const START = 1_000_000;
export const LEASE_MS = 10_000;
export const MAX_AGE_MS = 900_000;

/** An attempt as A's click makes it. */
export const requested = (): Attempt =>
  startAttempt(
    {
      id: 'attempt-1',
      originalTaskSid: ORIGINAL,
      targetSid: QUEUE,
      reservationSid: A_RESERVATION,
      transferringWorkerSid: A,
      mode: 'WARM',
      affiliation: 'BPO_A',
      fingerprint: 'fingerprint',
    },
    'owner-1',
    { now: START, leaseMs: LEASE_MS, maxAgeMs: MAX_AGE_MS },
  );
