import type { Schedule } from './model';

/** A function has 10 s in the cloud. */
const TIMEOUT_MS = 15_000;

/**
 * Posts an empty JSON object to a function again and again, as a scheduler outside does: the next one `everyMs` after the
 * answer to the last, however that went. Returns what ends it, and a request under way with it.
 */
export function callOnSchedule(origin: string, { path, secret, everyMs }: Schedule): () => Promise<void> {
  const over = new AbortController();
  const call = async (): Promise<void> => {
    try {
      const answer = await fetch(origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: '{}',
        signal: AbortSignal.any([over.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await answer.arrayBuffer();
    } catch {
      // A function that is being rebuilt, or too slow: the next call finds the same work.
    }
    wait();
  };
  let timer: NodeJS.Timeout | undefined;
  let calling: Promise<void> = Promise.resolve();
  const wait = (): void => {
    if (over.signal.aborted) return;
    timer = setTimeout(() => {
      calling = call();
    }, everyMs);
  };
  wait();
  return async () => {
    over.abort();
    clearTimeout(timer);
    await calling;
  };
}
