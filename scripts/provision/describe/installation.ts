import type { EventEntrance } from './describeSink';

/** What shall be installed. */
export interface Installation {
  /** Companies of attribution transfer; undefined where that is not installed. */
  readonly affiliations?: readonly string[];
  /** Disconnect recovery; undefined where that is not installed. */
  readonly recovery?: {
    /** Workflows of calls whose callers are brought back to their agent. */
    readonly voiceWorkflows: readonly string[];
    /** A queue every agent is in. */
    readonly everyoneQueue: string;
  };
  readonly entrances: readonly EventEntrance[];
}
