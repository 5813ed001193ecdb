import { fingerprint, TokenRefused, type TwilioApi } from '@patchbay/shared';
import type { WorkspaceSid } from '@patchbay/shared/contracts';
import { flexSegments } from '../flex/flexSegments';
import { reservationsOf } from '../flex/reservationsOf';
import { httpSender } from '../insights/sendHttp';
import type { Finding } from '../lookup/lookup';
import { startPatience } from '../lookup/patience';
import { retryOnce } from '../lookup/retryOnce';
import { shareLookup } from '../lookup/shareLookup';
import type { SourceMeans } from './means';
import type { Question, SegmentSource } from './source';

interface FlexMeans extends SourceMeans {
  readonly api: TwilioApi;
  readonly workspaceSid: WorkspaceSid;
}

/** Segments from Flex's API, in the name of the user who asks: task → reservations → segments. */
export function flexSource(means: FlexMeans): SegmentSource {
  const { settings, instance, clock, ids, log, deadline, sleep, api, workspaceSid } = means;
  let calls = 0;
  const onRequest = (): void => {
    calls += 1;
    log.note({ insightsCalls: calls });
  };
  const send = httpSender({ host: 'flex-api.twilio.com', deadline, onRequest });

  const ask = async ({ taskSids: [taskSid], caller }: Question): Promise<Finding> => {
    const token = caller.revealToken?.();
    if (taskSid === undefined || token === undefined) throw new TokenRefused();
    const reservations = await reservationsOf(api, workspaceSid, taskSid, clock);
    if (reservations.length === 0) return { kind: 'found', segments: new Map() };
    const segments = await retryOnce(() => flexSegments(send, token, reservations), sleep);
    return { kind: 'found', segments: new Map([[taskSid, segments]]) };
  };

  return {
    batchProblem: 'Asking for several tasks needs the report; INSIGHTS_PROVIDER is flex.',
    find: (question) =>
      shareLookup(
        {
          ...{ instance, clock, ids, log, sleep, resultMs: settings.resultCacheSeconds * 1_000 },
          // What Flex shows one user it may hide from another: answers stay with their user, in this process.
          store: instance.store,
          patience: startPatience(clock, deadline, settings.reportWaitSeconds),
        },
        {
          key: `flex:${fingerprint([question.caller.identity, ...question.taskSids])}`,
          tasks: question.taskSids.length,
          progress: { step: 'start' },
          run: () => ask(question),
        },
      ),
  };
}
