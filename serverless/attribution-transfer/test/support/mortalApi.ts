import type { TwilioApi } from '@patchbay/shared';

/** Where a process dies: before its n-th request to Twilio is sent, or after it has taken effect. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

export interface Mortal {
  readonly through: (api: TwilioApi) => TwilioApi;
  /** Resolves when the process has died. */
  readonly died: Promise<'died'>;
  /** Requests so far. */
  readonly requests: () => number;
}

/** A process killed at one of its await points: from then on nothing it waits for ever comes, and nothing is cleaned up. */
export function mortal({ at, when }: Death): Mortal {
  let requests = 0;
  let die: (death: 'died') => void = () => undefined;
  const died = new Promise<'died'>((resolve) => {
    die = resolve;
  });
  const forever = (): Promise<never> => {
    die('died');
    return new Promise(() => undefined);
  };
  return {
    died,
    requests: () => requests,
    through: (api) => async (call) => {
      requests += 1;
      if (requests > at || (requests === at && when === 'before')) return forever();
      const answer = await api(call);
      return requests === at ? forever() : answer;
    },
  };
}
