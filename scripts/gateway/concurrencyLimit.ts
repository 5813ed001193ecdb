/** Counts what is under way; shared by the gateways of all services, because Twilio counts per account. */
export interface ConcurrencyLimit {
  readonly inFlight: number;
  /** Takes a place; undefined when all are taken. The returned function gives it back, once. */
  enter(): (() => void) | undefined;
}

/** Twilio's default: 30 concurrent executions per account. */
export function createConcurrencyLimit(most = 30): ConcurrencyLimit {
  let inFlight = 0;
  return {
    get inFlight() {
      return inFlight;
    },
    enter() {
      if (inFlight >= most) return undefined;
      inFlight += 1;
      let held = true;
      return () => {
        if (held) inFlight -= 1;
        held = false;
      };
    },
  };
}
