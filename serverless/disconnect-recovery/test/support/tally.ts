import type { TwilioApi } from '@patchbay/shared';

/** What the service asked of Twilio: its calls and tasks, and the store. */
export interface Tally {
  /** TaskRouter and voice. */
  twilio: number;
  /** Reads of the state by each request to the service that asked Twilio for anything. */
  readonly readsPerRequest: number[];
  /** Writes that took effect, per document in the order of their creation. */
  readonly writes: number[];
  /** Writes that somebody else's was faster than. */
  lostRaces: number;
  /** Writes that neither create nor name the version they replace. */
  blindWrites: number;
  iam: number;
  readonly documents: string[];
}

export const newTally = (): Tally => ({
  twilio: 0,
  readsPerRequest: [],
  writes: [],
  lostRaces: 0,
  blindWrites: 0,
  iam: 0,
  documents: [],
});

/** Counts every request that the service sends. */
export const counting =
  (tally: Tally) =>
  (api: TwilioApi): TwilioApi => {
    // Ports are made anew for each request.
    const request = tally.readsPerRequest.push(0) - 1;
    return async (call) => {
      const { hostname } = new URL(call.url);
      const isState = hostname.startsWith('sync.');
      if (hostname.startsWith('iam.')) tally.iam += 1;
      else if (!isState) tally.twilio += 1;
      else if (call.method === 'get')
        tally.readsPerRequest[request] = (tally.readsPerRequest[request] ?? 0) + 1;
      else if (call.ifMatch === undefined && call.effect !== 'create') tally.blindWrites += 1;
      if (!isState || call.method === 'get') return api(call);
      try {
        const answer = await api(call);
        const sid = 'sid' in answer.body ? String(answer.body.sid) : '';
        if (!tally.documents.includes(sid)) tally.documents.push(sid);
        const index = tally.documents.indexOf(sid);
        tally.writes[index] = (tally.writes[index] ?? 0) + 1;
        return answer;
      } catch (error) {
        tally.lostRaces += 1;
        throw error;
      }
    };
  };
