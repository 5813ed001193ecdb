/** Time of the whole process, the local Twilio's and the functions' alike, which passes only when a test says so. */
export interface StoppedTime {
  /** Whatever falls due on the way happens, each at its own instant. */
  pass(ms: number): Promise<void>;
}

/**
 * Stops time before each test. What a test expects after a time-out of 4 s then never depends on how busy the machine is.
 * Sockets and `setImmediate` go on: an answer takes no time.
 */
export function stopTime(): StoppedTime {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  return {
    async pass(ms) {
      await jest.advanceTimersByTimeAsync(ms);
    },
  };
}

/** Resolves as soon as what sockets bring has made it true; the test's own time-out is the limit. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
