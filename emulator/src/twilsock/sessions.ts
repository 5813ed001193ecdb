import type { Identity } from '../iam/identities';
import type { TunnelSession } from './tunnel';

/** The sessions of one connection: one per grant its messages name, alike but for `product`. */
export interface Sessions {
  /** Undefined beyond a number of grants that no client has. */
  of(grant: string): TunnelSession | undefined;
  /** Tells every listener, once. */
  end(): void;
}

const MAX_GRANTS = 16;

export function createSessions(
  id: string,
  identity: () => Identity,
  notify: TunnelSession['notify'],
): Sessions {
  const byGrant = new Map<string, TunnelSession>();
  const listeners = new Set<() => void>();

  const create = (product: string): TunnelSession => ({
    id: `${id}/${product}`,
    product,
    get identity() {
      return identity();
    },
    notify,
    onEnd(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  });

  return {
    of(grant) {
      const known = byGrant.get(grant);
      if (known || byGrant.size >= MAX_GRANTS) return known;
      const session = create(grant);
      byGrant.set(grant, session);
      return session;
    },
    end() {
      for (const listener of listeners) listener();
      listeners.clear();
    },
  };
}
