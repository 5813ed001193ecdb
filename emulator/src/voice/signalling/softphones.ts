import type { Call } from '../model';

/** What a page makes of an invitation. */
export interface InviteOutcome {
  answered(): void;
  refused(): void;
}

/** One page's voice device: a signalling socket that has registered a client. */
export interface Softphone {
  /** The client's name, as in `client:alice`. */
  readonly identity: string;
  /** Lets the page ring. The returned function takes the invitation back. */
  invite(call: Call, outcome: InviteOutcome): () => void;
  /** Has the page carry a call it answered: the call ends with the socket, and the page is told when it ends. */
  carry(call: Call): void;
}

/** The registered devices, by client. */
export interface Softphones {
  register(phone: Softphone): void;
  unregister(phone: Softphone): void;
  /** All of them ring. */
  of(identity: string): readonly Softphone[];
}

/** Keeps the registered devices, none twice. */
export function createSoftphones(): Softphones {
  const byIdentity = new Map<string, Softphone[]>();

  const without = (phone: Softphone): Softphone[] =>
    (byIdentity.get(phone.identity) ?? []).filter((other) => other !== phone);

  return {
    register(phone) {
      byIdentity.set(phone.identity, [...without(phone), phone]);
    },
    unregister(phone) {
      const rest = without(phone);
      if (rest.length > 0) byIdentity.set(phone.identity, rest);
      else byIdentity.delete(phone.identity);
    },
    of: (identity) => byIdentity.get(identity) ?? [],
  };
}
