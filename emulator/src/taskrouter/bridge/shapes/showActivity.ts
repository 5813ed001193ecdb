import type { Activity } from '../../engine/model';
import { epochSeconds } from './epochSeconds';

/** An activity as the worker SDK's `ActivityDescriptor` insists on it. */
export const showActivity = (accountSid: string, activity: Activity) => ({
  account_sid: accountSid,
  available: activity.available,
  date_created: epochSeconds(activity.dateCreated),
  date_updated: epochSeconds(activity.dateUpdated),
  friendly_name: activity.friendlyName,
  sid: activity.sid,
  workspace_sid: activity.workspaceSid,
});
