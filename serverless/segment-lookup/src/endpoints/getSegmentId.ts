import { fail, implement, ok } from '@patchbay/shared';
import { getSegmentIdContract, type TaskSid } from '@patchbay/shared/contracts';
import type { SegmentPorts } from '../ports';
import { followLookup } from './followLookup';

/** GET or POST /get-segment-id: the segments of one task. What it costs: docs/segment-lookup.md. */
export const getSegmentId = implement<
  SegmentPorts,
  typeof getSegmentIdContract.request,
  typeof getSegmentIdContract.response
>(getSegmentIdContract, async ({ TaskSid: taskSid, ...rest }, ports, caller) => {
  const followed = await followLookup(ports, { ...rest, taskSids: [taskSid] }, caller);
  if (followed.kind === 'answer') return followed.answer;
  const segments = followed.segments.get(taskSid);
  return segments === undefined ? notFound(taskSid) : ok({ segment_ids: [...segments] });
});

const notFound = (taskSid: TaskSid) =>
  fail('not_found', `External ID '${taskSid}' not found in Flex Insights`, {
    details: null,
    hint: 'Flex Insights has the data of a task 30 to 60 minutes after its end.',
  });
