import { TaskSid } from '@patchbay/shared/contracts';

/** A task's SID of one digit, for tests. */
export const taskSid = (digit: string): TaskSid => TaskSid.parse(`WT${digit.repeat(32)}`);
