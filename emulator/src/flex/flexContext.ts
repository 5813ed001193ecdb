import type { IdentityDirectory } from '../iam/identities';
import type { KernelContext } from '../kernel/context';
import type { TaskRouterEngine } from '../taskrouter/engine';
import type { FlexSettingsStore } from './settings/flexSettings';

/** The SIDs of a Flex account. */
export interface FlexSids {
  /** GO… */
  readonly instanceSid: string;
  /** IS… of the Sync Service that Flex keeps its own state in. */
  readonly flexServiceSid: string;
  /** IS… of the Conversations Service. */
  readonly chatServiceSid: string;
}

/** What every part of the local Flex stands on. */
export interface FlexContext extends Pick<KernelContext, 'accountSid' | 'clock'> {
  readonly engine: TaskRouterEngine;
  readonly identities: IdentityDirectory;
  readonly settings: FlexSettingsStore;
  readonly sids: FlexSids;
  readonly uiVersion: string;
  /**
   * When something that many milliseconds ahead happens, ISO 8601, by this machine's clock instead of the local
   * Twilio's: Flex UI compares a token's end with its browser's clock, which nobody moves.
   */
  readonly inMachineTime: (aheadMs: number) => string;
}
