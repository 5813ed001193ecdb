import type { Attributes } from '@patchbay/shared/contracts';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';

/** By which a ping's events find their recovery, and a lost ping is recognised. */
export const RECOVERY_ID = 'recoveryId';
const PING_NUMBER = 'pingNumber';

/** What the dropped agent's page and the ping workflow read. */
export const pingAttributes = (call: Call, drop: Drop): Attributes => ({
  disconnectedTaskSid: call.taskSid,
  disconnectedTaskWorkflowSid: call.workflowSid,
  disconnectedWorkerSid: drop.workerSid,
  disconnectedWorkerName: drop.workerName,
  disconnectedCallSid: drop.callSid,
  disconnectedReservationSid: drop.reservationSid,
  disconnectedConferenceSid: call.conferenceSid,
  disconnectedTime: new Date(drop.at).toISOString(),
  recoveryAttemptFailed: false,
  [RECOVERY_ID]: drop.id,
  [PING_NUMBER]: drop.ping.number,
  // Flex Insights: not a customer's conversation, so never an abandoned one.
  conversations: { kind: 'Recovery Ping', abandoned: 'No' },
});

export const isPingOf = (attributes: Attributes, drop: Drop): boolean =>
  attributes[RECOVERY_ID] === drop.id && attributes[PING_NUMBER] === drop.ping.number;
