import type { EventStreamOptions } from './events';
import type { FlexOptions } from './flex';
import type { ControllableClock } from './kernel/clock';
import type { SyncOptions } from './sync';
import type { EventBridgeOptions } from './taskrouter/bridge';
import type { CallbackOptions } from './taskrouter/callbacks';
import type { EngineOptions } from './taskrouter/engine';
import type { TaskRouterRestOptions } from './taskrouter/rest';
import type { VoiceOptions } from './voice';

/** What Twilio's public documents leave open, per product; the README lists it all. */
export interface ProductOptions {
  readonly engine?: Pick<EngineOptions, 'transferAttributes'>;
  readonly taskRouter?: TaskRouterRestOptions;
  readonly bridge?: EventBridgeOptions;
  readonly callbacks?: CallbackOptions;
  readonly events?: Partial<EventStreamOptions>;
  readonly sync?: SyncOptions;
  readonly flex?: FlexOptions;
  readonly voice?: VoiceOptions;
}

/** How to start a local Twilio. Everything has a default; the same seed gives the same SIDs and credentials. */
export interface LocalTwilioOptions extends ProductOptions {
  /** 0, the default, picks a free port. */
  readonly port?: number;
  readonly seed?: number;
  /** `running` follows the machine's time (default); `paused` stands still until advanced. */
  readonly mode?: ControllableClock['mode'];
  /** Where time starts, milliseconds since 1970; the machine's time unless given. */
  readonly startMs?: number;
  readonly accountSid?: string;
  /** Exactly 32 hex digits, as Twilio's are. */
  readonly authToken?: string;
}
