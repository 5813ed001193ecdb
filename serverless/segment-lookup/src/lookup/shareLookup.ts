import type { Clock, Ids, Log, Sleep, Store } from '@patchbay/shared';
import { ReportFailed } from '../insights/failures';
import type { Instance } from '../instance';
import type { Finding, Progress, Segments } from './lookup';
import { isComplete, keepFor, segmentsOf } from './lookupRecord';
import type { Patience } from './patience';
import { pauseBefore } from './pauseBefore';
import type { OnRunning } from './runLookup';
import { takePart, type Others } from './sharedLookups';

export interface ShareMeans {
  readonly instance: Instance;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly patience: Patience;
  /** How long a complete answer is given again, in ms. */
  readonly resultMs: number;
}

interface Asked {
  /** The same for the same question. */
  readonly key: string;
  readonly tasks: number;
  readonly progress: Progress;
  readonly run: (progress: Progress, onRunning: OnRunning) => Promise<Finding>;
}

/** Who waits for another instance gives it the time of a few calls first. */
const FIRST_ROUND = 3;

/** Asks a question once however many ask it at the same time, in this process or in another, and remembers its answer. */
export async function shareLookup(means: ShareMeans, asked: Asked): Promise<Finding> {
  const { instance, clock, log, resultMs } = means;
  const known = instance.results.find(asked.key);
  if (known !== undefined) {
    log.note({ answerFrom: 'process' });
    return { kind: 'found', segments: known };
  }
  if (asked.progress.step === 'start') {
    return inOneFlight(instance, asked.key, () => throughStore(means, asked));
  }
  // Who has a continuation needs nobody's permission: nothing is executed again.
  const finding = await asked.run(asked.progress, () => Promise.resolve());
  if (finding.kind === 'found') remember(means, asked, finding.segments, clock.now() + resultMs);
  return finding;
}

function inOneFlight({ flights }: Instance, key: string, ask: () => Promise<Finding>): Promise<Finding> {
  const flight =
    flights.get(key) ??
    ask().finally(() => {
      flights.delete(key);
    });
  flights.set(key, flight);
  return flight;
}

async function throughStore(means: ShareMeans, asked: Asked): Promise<Finding> {
  const { patience, sleep, log } = means;
  for (let round = FIRST_ROUND; ; round += 1) {
    const part = await takePart(means, asked.key);
    switch (part.kind) {
      case 'lead':
        return ask(means, asked, part.others);
      case 'join': {
        log.note({ answerFrom: 'joined' });
        const finding = await join(means, { ...asked, progress: part.progress }, part.others);
        if (finding !== undefined) return finding;
        break;
      }
      case 'answered': {
        log.note({ answerFrom: 'store' });
        const segments = segmentsOf(part.answer);
        remember(means, asked, segments, part.answer.until);
        return { kind: 'found', segments };
      }
      case 'wait': {
        const pause = pauseBefore(round, patience.left());
        if (pause === undefined) return { kind: 'pending', progress: { step: 'start' } };
        await sleep(pause);
      }
    }
  }
}

/** Asks, and tells the others how far it is. What is being computed stays known whatever becomes of this request. */
async function ask(means: ShareMeans, asked: Asked, others: Others): Promise<Finding> {
  let running = asked.progress.step === 'report';
  const onRunning: OnRunning = async (progress) => {
    if (!running) await others.running(progress);
    running = true;
  };
  try {
    const finding = await asked.run(asked.progress, onRunning);
    if (finding.kind === 'found') {
      await answer(means, asked, others, finding.segments);
    } else if (finding.progress.step === 'report') await onRunning(finding.progress);
    else await others.givenUp();
    return finding;
  } catch (error) {
    if (!running || error instanceof ReportFailed) await others.givenUp();
    throw error;
  }
}

/** Undefined when the report that another one executed is gone: this one then begins anew. */
async function join(means: ShareMeans, asked: Asked, others: Others): Promise<Finding | undefined> {
  try {
    return await ask(means, asked, others);
  } catch (error) {
    if (error instanceof ReportFailed) return undefined;
    throw error;
  }
}

async function answer(means: ShareMeans, asked: Asked, others: Others, segments: Segments): Promise<void> {
  const forMs = keepFor(segments, asked.tasks, means.resultMs);
  await (forMs > 0 ? others.answered(segments, forMs) : others.givenUp());
  remember(means, asked, segments, means.clock.now() + forMs);
}

function remember({ instance }: ShareMeans, { key, tasks }: Asked, segments: Segments, until: number): void {
  if (isComplete(segments, tasks)) instance.results.keep(key, segments, until);
}
