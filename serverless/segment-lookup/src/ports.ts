import type { BasePorts } from '@patchbay/shared';
import type { Continuations } from './continuation';
import type { Settings } from './settings';
import type { SegmentSource } from './sources/source';

/** What the endpoints of this service work with. */
export interface SegmentPorts extends BasePorts {
  readonly settings: Settings;
  readonly source: SegmentSource;
  readonly continuations: Continuations;
}
