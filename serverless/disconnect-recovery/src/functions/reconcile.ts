import { twilioFunction } from '@patchbay/shared';
import { reconcile } from '../endpoints/reconcile';
import { wiring } from '../wiring';

export const handler = twilioFunction(reconcile, wiring, { deadlineMs: 9_000 });
