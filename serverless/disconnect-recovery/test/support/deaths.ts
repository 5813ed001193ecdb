import type { TwilioApi } from '@patchbay/shared';

/** Where a process dies, counted over all requests of the service to Twilio. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

export interface Mortal {
  readonly through: (api: TwilioApi) => TwilioApi;
  requests: number;
}

/**
 * One process of the service dies at its n-th request to Twilio: before it is sent, or after it has taken effect. What it
 * waits for never comes; the processes after it live.
 */
export function mortal({ at, when }: Death): Mortal {
  const state: Mortal = {
    requests: 0,
    through: (api) => {
      let isDead = false;
      return async (call) => {
        if (isDead) throw DIED;
        state.requests += 1;
        const isLast = state.requests === at;
        if (isLast) isDead = true;
        if (isLast && when === 'before') throw DIED;
        const answer = await api(call);
        if (isLast) throw DIED;
        return answer;
      };
    },
  };
  return state;
}

/** Nothing a dead process does is caught by it: every later request of it fails in the same way. */
const DIED = new Error('the process has died');
