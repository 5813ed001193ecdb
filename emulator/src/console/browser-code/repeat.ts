/** Milliseconds between rounds when nothing is asked for: some changes have no event. */
const AGAIN_MS = 2_000;
/** Milliseconds that requests of one moment are waited for. */
const GATHER_MS = 120;

/** Does work again and again, one round at a time. Returns the way to ask for a round soon. */
export function repeat(work: () => Promise<void>): () => void {
  let timer: number | undefined;
  let isRunning = false;
  let isAsked = false;
  const takeRequest = (): boolean => {
    const was = isAsked;
    isAsked = false;
    return was;
  };
  const plan = (afterMs: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void round(), afterMs);
  };
  const round = async (): Promise<void> => {
    isRunning = true;
    takeRequest();
    await work();
    isRunning = false;
    plan(takeRequest() ? GATHER_MS : AGAIN_MS);
  };
  void round();
  return () => {
    if (isRunning) isAsked = true;
    else plan(GATHER_MS);
  };
}
