import { SyncServiceSid, WorkspaceSid } from '../../contracts/sids';
import { list, matching } from './kinds';
import type { ConfigSpec } from './setting';
import { required, withDefault } from './setting';

/** Where a service that follows calls finds them, and keeps what it knows of them. */
export interface CallSettings {
  readonly workspaceSid: WorkspaceSid;
  readonly syncServiceSid: SyncServiceSid;
  readonly callChannels: readonly string[];
}

/** Read by every service that follows calls; `kept` says what it keeps one Document per. */
export const callSettings = (kept: string): ConfigSpec<CallSettings> => ({
  workspaceSid: required(matching(WorkspaceSid), {
    names: ['WORKSPACE_SID', 'TWILIO_WORKSPACE_SID'],
    description: 'TaskRouter workspace of Flex.',
  }),
  syncServiceSid: required(matching(SyncServiceSid), {
    names: ['SYNC_SERVICE_SID'],
    description: `Sync service that keeps one Document per ${kept}.`,
  }),
  callChannels: withDefault(list, 'voice', {
    names: ['CALL_TASK_CHANNELS'],
    description: 'Task channels whose tasks are calls.',
  }),
});
