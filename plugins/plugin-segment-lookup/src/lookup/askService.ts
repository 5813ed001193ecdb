import type { CallFailure, Client, ClientOptions } from '@patchbay/shared/client';
import { getSegmentIdContract } from '@patchbay/shared/contracts';
import type { CommandOf, LookupEvent } from './event';
import type { LookupFailure } from './lookup';

/** A client that tells before it tries again; undefined while the plugin is switched off. */
export type OpenClient = (onRetry: NonNullable<ClientOptions['onRetry']>) => Client | undefined;

interface Means {
  readonly openClient: OpenClient;
  readonly signal: AbortSignal;
  readonly dispatch: (event: LookupEvent) => void;
}

/** Asks the service, as often as its client tries, and dispatches what comes of it: nothing once it is called off. */
export async function askService(
  { openClient, signal, dispatch }: Means,
  { run, taskSid, continuation }: CommandOf<'ask'>,
): Promise<void> {
  const client = openClient(({ code }) => {
    if (!signal.aborted) dispatch({ type: 'hindered', run, code });
  });
  const input = { TaskSid: taskSid, canContinue: true, continuation };
  const result = await client?.call(getSegmentIdContract, input, { signal });
  if (signal.aborted) return;
  if (result === undefined) dispatch({ type: 'called_off' });
  else if (!result.ok) dispatch({ type: 'failed', run, failure: failureOf(result) });
  else if ('segment_ids' in result.body) {
    dispatch({ type: 'answered', run, segmentIds: result.body.segment_ids });
  } else dispatch({ type: 'still_computing', run, continuation: result.body.continuation });
}

const failureOf = ({ code, retryAfterSeconds, correlationId }: CallFailure): LookupFailure => ({
  code,
  retryAfterSeconds,
  correlationId,
});
