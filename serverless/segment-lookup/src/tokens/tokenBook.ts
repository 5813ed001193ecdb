import { nextTokenStep, tokensAfter, type TokenEvent, type Tokens, type TokenStep } from './tokens';

/** How often tokens were there already, or had to be got, in this process. */
export interface TokenCounters {
  ttHits: number;
  ttNew: number;
  sstHits: number;
  sstNew: number;
}

/** The tokens of one login that this process knows; however many ask at once, one renews. */
export interface TokenBook {
  readonly counters: TokenCounters;
  step(now: number): TokenStep;
  apply(event: TokenEvent): void;
  /** The renewal under way, or the one begun now. */
  renewOnce(renew: () => Promise<string>): Promise<string>;
}

export function tokenBook(): TokenBook {
  let tokens: Tokens = {};
  let renewal: Promise<string> | undefined;
  return {
    counters: { ttHits: 0, ttNew: 0, sstHits: 0, sstNew: 0 },
    step: (now) => nextTokenStep(tokens, now),
    apply(event) {
      tokens = tokensAfter(tokens, event);
    },
    renewOnce(renew) {
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
  };
}
