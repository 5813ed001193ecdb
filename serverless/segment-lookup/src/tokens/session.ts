import type { Clock, Log, Sleep } from '@patchbay/shared';
import { InsightsTokenRefused } from '../insights/failures';
import type { Insights } from '../insights/insights';
import { retryOnce } from '../lookup/retryOnce';
import type { ObtainSst } from './obtainSst';
import type { TokenBook } from './tokenBook';

/** Calls to Insights in one request, with a TT that is got, kept and renewed. */
export interface Session {
  /**
   * Makes a call; once more, with another TT, when Insights answers 401. Throws InsightsRefused when that is refused too
   * or nobody gets a token.
   */
  call<T>(send: (tt: string) => Promise<T>): Promise<T>;
  /** The same for a call that only reads: once more also when it found no Insights, or one that is out of order. */
  read<T>(send: (tt: string) => Promise<T>): Promise<T>;
}

export interface SessionMeans {
  readonly book: TokenBook;
  readonly insights: Insights;
  readonly obtainSst: ObtainSst;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly log: Log;
}

/** The login that an earlier instance left, one that has been revoked meanwhile, and a fresh one. */
const MOST_SSTS = 3;

export function openSession({ book, insights, obtainSst, clock, sleep, log }: SessionMeans): Session {
  const { counters } = book;
  let announced = false;
  // Operators watch these lines: their words stay as they are.
  const announce = (line: string): void => {
    if (!announced) log.info(line, { ...counters });
    announced = true;
  };

  const keepTt = (tt: string): string => {
    counters.ttNew += 1;
    book.apply({ type: 'tt_issued', tt, at: clock.now() });
    log.info('New TT generated and cached (expires in 10 minutes)', { ...counters });
    return tt;
  };

  const nextSst = async (refused: string | undefined): Promise<{ sst: string; tt: string | undefined }> => {
    const step = book.step(clock.now());
    if (step.kind === 'ask') {
      counters.sstHits += 1;
      announce('Using cached SuperSecuredToken (SST)');
      return { sst: step.sst, tt: undefined };
    }
    const { sst, tt, isNew } = await obtainSst(refused);
    book.apply({ type: 'sst_known', sst });
    counters[isNew ? 'sstNew' : 'sstHits'] += 1;
    if (isNew) log.info('New SST generated and cached (expires in 14 days)', { ...counters });
    else announce('Using cached SuperSecuredToken (SST)');
    return { sst: sst.value, tt };
  };

  const renew = async (): Promise<string> => {
    let refused: string | undefined;
    for (let round = 1; ; round += 1) {
      const { sst, tt } = await nextSst(refused);
      if (tt !== undefined) return keepTt(tt);
      try {
        return keepTt(await retryOnce(() => insights.issueTt(sst), sleep));
      } catch (error) {
        if (!(error instanceof InsightsTokenRefused) || round === MOST_SSTS) throw error;
        book.apply({ type: 'refused', value: sst });
        refused = sst;
      }
    }
  };

  const currentTt = async (): Promise<string> => {
    const step = book.step(clock.now());
    if (step.kind !== 'use') return book.renewOnce(renew);
    // Once per request, not per call.
    if (!announced) counters.ttHits += 1;
    announce('Using cached temporary token (TT)');
    return step.tt;
  };

  const call: Session['call'] = async (send) => {
    for (let attempt = 1; ; attempt += 1) {
      const tt = await currentTt();
      announced = true;
      try {
        return await send(tt);
      } catch (error) {
        if (!(error instanceof InsightsTokenRefused)) throw error;
        book.apply({ type: 'refused', value: tt });
        announced = false;
        if (attempt === 2) throw error;
      }
    }
  };
  return {
    call,
    // Only the call itself: how a token is got has its own repeats, and stacked ones multiply.
    read: (send) => call((tt) => retryOnce(() => send(tt), sleep)),
  };
}
