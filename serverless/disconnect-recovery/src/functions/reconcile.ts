import { secretGate, twilioFunction } from '@patchbay/shared';
import { reconcile } from '../endpoints/reconcile';
import { wiring } from '../wiring';

export const handler = twilioFunction(reconcile, secretGate, wiring, { deadlineMs: 9_000 });
