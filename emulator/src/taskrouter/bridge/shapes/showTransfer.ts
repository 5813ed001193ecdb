import type { Transfer } from '../../engine/model';
import { epochSeconds } from './epochSeconds';

/** A transfer as the worker SDK's `TransferDescriptor` insists on it; `task_sid` is what its events are matched by. */
export const showTransfer = (accountSid: string, transfer: Transfer) => ({
  account_sid: accountSid,
  date_created: epochSeconds(transfer.dateCreated),
  date_updated: epochSeconds(transfer.dateUpdated),
  initiating_queue_sid: transfer.initiatingQueueSid,
  initiating_reservation_sid: transfer.initiatingReservationSid,
  initiating_worker_sid: transfer.initiatingWorkerSid,
  initiating_workflow_sid: transfer.initiatingWorkflowSid,
  sid: transfer.sid,
  task_sid: transfer.taskSid,
  transfer_failed_reason: transfer.failedReason,
  transfer_mode: transfer.mode,
  transfer_status: transfer.status,
  transfer_to: transfer.to,
  transfer_type: transfer.type,
  workspace_sid: transfer.workspaceSid,
});
