import type { AttemptState } from '@patchbay/shared/contracts';
import type { End } from './transfer';

/** An end as the service names it; an open state is none, and counts as a failure nobody explained. */
export const howOf = (state: AttemptState): End['how'] => (isOpen(state) ? 'failed' : state);

/** Whether the service is still at it. */
export const isOpen = (state: AttemptState): state is 'requested' | 'offered' | 'accepted' | 'claimed' =>
  state === 'requested' || state === 'offered' || state === 'accepted' || state === 'claimed';
