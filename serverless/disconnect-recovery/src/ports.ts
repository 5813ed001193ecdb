import type { BasePorts, Store, TaskRouterPort, VoicePort, WorkersPort } from '@patchbay/shared';
import type { Settings } from './settings';

/** What the endpoints of this service work with. */
export interface RecoveryPorts extends BasePorts {
  readonly taskRouter: TaskRouterPort;
  readonly workers: WorkersPort;
  readonly voice: VoicePort;
  readonly store: Store;
  readonly settings: Settings & { readonly accountSid: string; readonly authToken: string };
  /** Sends a copy of a webhook; never rejects. */
  readonly forward: (url: string, form: Readonly<Record<string, string>>) => Promise<void>;
}
