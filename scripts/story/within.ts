/** Longer than anything in the story takes; a wait that reaches it is a defect, and says what it waited for. */
const LIMIT_MS = 45_000;

/** Waits for something with a limit; a signal that aborts ends the limit, not the wait. */
export async function within<T>(what: string, wait: Promise<T>, signal?: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It did not happen within ${LIMIT_MS / 1000} s: ${what}.`));
    }, LIMIT_MS);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
  return Promise.race([wait, limit]).finally(() => {
    clearTimeout(timer);
  });
}
