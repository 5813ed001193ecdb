import type { AccountSettings, CallPorts, VoicePort, WorkersPort } from '@patchbay/shared';
import type { Settings } from './settings';

/** What the endpoints of this service work with. */
export interface RecoveryPorts extends CallPorts<Settings & AccountSettings> {
  readonly workers: WorkersPort;
  readonly voice: VoicePort;
  /** Sends a copy of a webhook; never rejects. */
  readonly forward: (url: string, form: Readonly<Record<string, string>>) => Promise<void>;
}
