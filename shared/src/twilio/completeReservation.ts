import { orUndefinedWhenGone } from './orUndefinedWhenGone';
import { readReservation } from './taskRouterAnswers';
import type { TwilioApi } from './twilioApi';
import { UpstreamError } from './upstreamError';

/** Completes a reservation, which frees the worker's capacity; one that was completed before counts as done. */
export const completeReservation = async (api: TwilioApi, url: string): Promise<'completed' | 'gone'> => {
  try {
    const form = { ReservationStatus: 'completed' };
    return (await orUndefinedWhenGone(api({ effect: 'update', method: 'post', url, form })))
      ? 'completed'
      : 'gone';
  } catch (error) {
    // 20001 says only that the state is wrong, and a reservation that is already completed is one such state.
    if (!(error instanceof UpstreamError) || error.reason !== 'refused') throw error;
    const answer = await orUndefinedWhenGone(api({ effect: 'read', method: 'get', url }));
    if (answer === undefined) return 'gone';
    if (readReservation(answer).status === 'completed') return 'completed';
    throw error;
  }
};
