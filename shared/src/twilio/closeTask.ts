import type { TaskStatus } from '../contracts/taskrouter/task';
import { orUndefinedWhenGone } from './orUndefinedWhenGone';
import { readTask } from './taskRouterAnswers';
import type { TaskEnd } from './taskRouterPort';
import type { TwilioApi } from './twilioApi';
import { UpstreamError } from './upstreamError';

/** A task can change under us twice at most on its way to an end: reserved or assigned, then wrapping. */
const MAX_ROUNDS = 4;

/**
 * Ends a task: cancels it before it is assigned, completes it afterwards (an assigned task can't be canceled). When
 * TaskRouter refuses because the task moved on (20001), it is read again; one that has ended is left as it is.
 */
export const closeTask = async (
  api: TwilioApi,
  url: string,
  reason: string,
  status?: TaskStatus,
): Promise<TaskEnd> => {
  for (let round = 1; ; round += 1) {
    const assignmentStatus = round === 1 && status !== undefined ? status : await statusOf(api, url);
    if (assignmentStatus === undefined) return 'gone';
    if (assignmentStatus === 'canceled' || assignmentStatus === 'completed') return assignmentStatus;
    const end = assignmentStatus === 'pending' || assignmentStatus === 'reserved' ? 'canceled' : 'completed';
    try {
      const form = { AssignmentStatus: end, Reason: reason };
      return (await orUndefinedWhenGone(api({ effect: 'update', method: 'post', url, form }))) ? end : 'gone';
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.reason !== 'refused' || round >= MAX_ROUNDS) throw error;
    }
  }
};

const statusOf = async (api: TwilioApi, url: string): Promise<TaskStatus | undefined> => {
  const answer = await orUndefinedWhenGone(api({ effect: 'read', method: 'get', url }));
  return answer && readTask(answer).assignmentStatus;
};
