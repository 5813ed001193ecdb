import type { Worker } from '../../engine/model';
import { epochSeconds } from './epochSeconds';

/** A worker as the worker SDK's `WorkerDescriptor` insists on it; `attributes` is JSON text. */
export const showWorker = (accountSid: string, worker: Worker) => ({
  account_sid: accountSid,
  activity_name: worker.activityName,
  activity_sid: worker.activitySid,
  attributes: worker.attributes,
  available: worker.available,
  date_created: epochSeconds(worker.dateCreated),
  date_status_changed: epochSeconds(worker.dateStatusChanged),
  date_updated: epochSeconds(worker.dateUpdated),
  friendly_name: worker.friendlyName,
  sid: worker.sid,
  workspace_sid: worker.workspaceSid,
  version: worker.version,
});
