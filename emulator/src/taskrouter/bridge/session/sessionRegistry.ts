const MAX_SESSIONS = 2_000;
const MAX_SESSIONS_PER_WORKER = 20;

/** The open sessions of all workers, bounded in number. */
export interface SessionRegistry<S> {
  /** False when there are too many already. */
  add(session: S): boolean;
  remove(session: S): void;
  of(workerSid: string): readonly S[];
  all(): readonly S[];
}

export function createSessionRegistry<S extends { readonly workerSid: string }>(): SessionRegistry<S> {
  const byWorker = new Map<string, Set<S>>();
  let count = 0;

  return {
    add(session) {
      const own = byWorker.get(session.workerSid) ?? new Set<S>();
      if (count >= MAX_SESSIONS || own.size >= MAX_SESSIONS_PER_WORKER) return false;
      byWorker.set(session.workerSid, own.add(session));
      count += 1;
      return true;
    },
    remove(session) {
      const own = byWorker.get(session.workerSid);
      if (!own?.delete(session)) return;
      count -= 1;
      if (own.size === 0) byWorker.delete(session.workerSid);
    },
    of: (workerSid) => [...(byWorker.get(workerSid) ?? [])],
    all: () => [...byWorker.values()].flatMap((own) => [...own]),
  };
}
