import type { BasePorts } from '../endpoint/ports';
import type { Store } from '../store/store';
import { syncStore } from '../store/syncStore';
import { taskRouterPort } from '../twilio/taskRouter';
import type { TaskRouterPort } from '../twilio/taskRouterPort';
import type { TwilioApi } from '../twilio/twilioApi';
import type { CallSettings } from './config/callSettings';

/** What a service that follows calls works with. */
export interface CallPorts<Settings extends CallSettings> extends BasePorts {
  readonly settings: Settings;
  readonly taskRouter: TaskRouterPort;
  readonly store: Store;
}

/** These ports for one request; all that they ask of Twilio goes through `api`. */
export const callPorts = <Settings extends CallSettings, Base extends BasePorts>(
  api: TwilioApi,
  settings: Settings,
  base: Base,
): Base & CallPorts<Settings> => ({
  ...base,
  settings,
  taskRouter: taskRouterPort({ api, workspaceSid: settings.workspaceSid }),
  store: syncStore({ api, serviceSid: settings.syncServiceSid, clock: base.clock }),
});
