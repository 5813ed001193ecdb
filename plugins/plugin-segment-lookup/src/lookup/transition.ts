import type { EventOf, LookupCommand, LookupEvent } from './event';
import { isRunning, type Lookup, type LookupFailure, type RunningLookup } from './lookup';
import { LIMIT_MS, PAUSE_MS } from './rhythm';

interface Step {
  readonly state: Lookup | undefined;
  readonly commands: readonly LookupCommand[];
}

/** The rules of a lookup: what an event makes of it, and what is to be done. The newest one counts, whoever answers when. */
export function transition(lookup: Lookup | undefined, event: LookupEvent): Step {
  switch (event.type) {
    case 'submitted':
      return submitted(lookup, event);
    case 'called_off':
      return isRunning(lookup) ? go({ stage: 'idle', run: lookup.run }, { kind: 'abort' }) : go(lookup);
    default:
      return isRunning(lookup) && lookup.run === event.run ? proceed(lookup, event) : go(lookup);
  }
}

const go = (state: Lookup | undefined, ...commands: readonly LookupCommand[]): Step => ({ state, commands });

function submitted(lookup: Lookup | undefined, { taskSid, now }: EventOf<'submitted'>): Step {
  const before = isRunning(lookup) ? lookup : undefined;
  // A second click: the report that is being computed for the first one would be computed again.
  if (before?.taskSid === taskSid) return go(lookup);
  const run = (lookup?.run ?? 0) + 1;
  return go(
    { stage: 'checking', run, taskSid, since: now },
    ...(before === undefined ? [] : [{ kind: 'abort' } as const]),
    { kind: 'limit', run, ms: LIMIT_MS },
    ask({ run, taskSid }),
  );
}

function proceed(
  lookup: RunningLookup,
  event: Exclude<LookupEvent, { type: 'submitted' | 'called_off' }>,
): Step {
  const { run, taskSid, since, restarted } = lookup;
  switch (event.type) {
    case 'answered': {
      const segmentIds = [...new Set(event.segmentIds)];
      return go(
        segmentIds.length === 0
          ? { stage: 'empty', run, taskSid }
          : { stage: 'found', run, taskSid, segmentIds },
      );
    }
    case 'still_computing': {
      const { continuation } = event;
      return go(
        { stage: 'pending', run, taskSid, since, restarted, continuation },
        ask(lookup, { continuation, afterMs: PAUSE_MS }),
      );
    }
    case 'hindered':
      return go({ ...lookup, hindrance: event.code });
    case 'failed':
      if (event.failure.code === 'continuation_refused' && lookup.stage === 'pending' && restarted !== true) {
        return go({ stage: 'checking', run, taskSid, since, restarted: true }, ask(lookup));
      }
      return go(failed(lookup, event.failure));
    case 'time_up':
      return go(failed(lookup, { code: 'too_long' }), { kind: 'abort' });
  }
}

const ask = (
  { run, taskSid }: Pick<RunningLookup, 'run' | 'taskSid'>,
  { continuation, afterMs = 0 }: { readonly continuation?: string; readonly afterMs?: number } = {},
): LookupCommand => ({ kind: 'ask', run, taskSid, continuation, afterMs });

const failed = ({ run, taskSid }: RunningLookup, failure: LookupFailure): Lookup => ({
  stage: 'failed',
  run,
  taskSid,
  failure,
});
