/** Work that is done once, at the first call; what failed is tried again at the next. */
export function onceDone<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    if (done) return done;
    const attempt = work();
    done = attempt;
    attempt.catch(() => {
      done = undefined;
    });
    return attempt;
  };
}
