/** Runs `beat` again and again until the returned function is called. */
export type Repeat = (periodMs: number, beat: () => void) => () => void;

/** The worker SDK takes 30 s of silence for a lost connection; Twilio's documentation promises a signal every 15 s. */
export const HEARTBEAT_MS = 10_000;

/** A frame of white space: the SDK counts it as a sign of life and reads nothing into it. */
export const HEARTBEAT_FRAME = ' ';

/**
 * Repeats in the machine's time, not the virtual clock's: a socket and the SDK's watchdog at its other end live in
 * real time, so a paused clock must not make clients reconnect, nor a jump of hours send thousands of beats.
 */
export const repeatInRealTime: Repeat = (periodMs, beat) => {
  const timer = setInterval(beat, periodMs).unref();
  return () => {
    clearInterval(timer);
  };
};
