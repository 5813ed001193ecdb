import type { BasePorts, Sleep, Store } from '@patchbay/shared';
import type { Instance } from '../instance';
import type { Settings } from '../settings';

/** What a source of segments works with. */
export interface SourceMeans extends BasePorts {
  readonly settings: Settings;
  readonly authToken: string;
  readonly instance: Instance;
  /** Shared by all instances, where there is Sync. */
  readonly store: Store;
  readonly sleep: Sleep;
}
