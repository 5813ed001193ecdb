import { formOf, queryOf } from '../../kernel/parameters';
import type { Route, TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import { WAITING_MAX } from '../limits';
import type { VoiceState } from '../state';
import { voiceQueues, type VoiceQueue } from '../waiting/voiceQueue';
import { accountRoute, lastSid } from './accountRoute';
import { pageOf } from './pageOf';
import { showQueue } from './showQueue';

/** The Queues resource, for workflows only: how many callers may wait for one can be raised here. */
export function queueRoutes(state: VoiceState): readonly Route[] {
  const { accountSid } = state.context;
  const show = (queue: VoiceQueue): unknown => showQueue(accountSid, queue, state.clock.now());
  const find = (request: TwilioRequest): VoiceQueue => {
    const queue = voiceQueues(state).find(({ sid }) => sid === lastSid(request, 'queueSid'));
    if (!queue) throw notFound(request.path);
    return queue;
  };
  return [
    accountRoute(accountSid, 'GET', '/Queues', (request) => {
      // Not in the API's description, but how TaskRouter's documents find a workflow's queue.
      const name = queryOf(request).text('FriendlyName');
      const found = voiceQueues(state).filter(({ workflow: { sid } }) => sid === (name ?? sid));
      return pageOf(request, 'queues', found, show);
    }),
    accountRoute(accountSid, 'GET', '/Queues/:queueSid', (request) => ({
      status: 200,
      body: show(find(request)),
    })),
    accountRoute(accountSid, 'POST', '/Queues/:queueSid', (request) => {
      const { workflow } = find(request);
      const size = formOf(request).integer('MaxSize', 1, WAITING_MAX);
      if (size !== undefined) state.queueSizes.set(workflow.sid, size);
      return { status: 200, body: show(find(request)) };
    }),
  ];
}
