import { useEffect, useState } from 'react';
import { attributionStatusContract, type AttemptView, type TaskSid } from '@patchbay/shared/contracts';
import type { Service } from '../service';

const EVERY_MS = 10_000;

/** The open transfer of a call, asked for while somebody looks at it; undefined when there is none. */
export function useAttempt(service: () => Service, taskSid: TaskSid): AttemptView | undefined {
  const [attempt, setAttempt] = useState<AttemptView>();
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      const answer = await service().poller.call(
        attributionStatusContract,
        { taskSid },
        { signal: leaving.signal },
      );
      if (leaving.signal.aborted || !answer.ok) return;
      setAttempt(answer.body.attempt?.open === true ? answer.body.attempt : undefined);
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      leaving.abort();
      clearInterval(timer);
    };
  }, [service, taskSid]);
  return attempt;
}
