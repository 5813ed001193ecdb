/** A deterministic source of randomness: the same seed gives the same SIDs, order and jitter. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A Twilio SID: two letters and 32 hex digits. */
  sid(prefix: string): string;
}

/** Mulberry32: small, fast and good enough for names and shuffles. Source: Tommy Ettinger, public domain. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const hex8 = (): string =>
    Math.floor(next() * 4294967296)
      .toString(16)
      .padStart(8, '0');
  return { next, sid: (prefix) => prefix + hex8() + hex8() + hex8() + hex8() };
}

/** A stream of its own, so that the number of deliveries, retries or messages doesn't change the SIDs of resources. */
export const forkRandom = (random: Random): Random => seededRandom(Math.floor(random.next() * 2 ** 32));
