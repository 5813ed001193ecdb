import { useEffect, useState } from 'react';
import { attributionStatusContract, type AttemptView, type TaskSid } from '@patchbay/shared/contracts';
import type { Service } from '../service';

const EVERY_MS = 10_000;

/** The open transfer of a call, asked for while somebody looks at it; undefined when there is none. */
export function useAttempt(service: () => Service | undefined, taskSid: TaskSid): AttemptView | undefined {
  // With the call it is of: the supervisor may look at another one by now.
  const [seen, see] = useState<{ readonly of: TaskSid; readonly attempt: AttemptView }>();
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      const { signal } = leaving;
      const answer = await service()?.once.call(attributionStatusContract, { taskSid }, { signal });
      if (signal.aborted || answer?.ok === false) return;
      const attempt = answer?.body.attempt;
      see(attempt?.open === true ? { of: taskSid, attempt } : undefined);
    };
    const look = () => {
      // Asked again soon; until then what was seen last counts.
      ask().catch(() => undefined);
    };
    look();
    const timer = setInterval(look, EVERY_MS);
    return () => {
      leaving.abort();
      clearInterval(timer);
    };
  }, [service, taskSid]);
  return seen?.of === taskSid ? seen.attempt : undefined;
}
