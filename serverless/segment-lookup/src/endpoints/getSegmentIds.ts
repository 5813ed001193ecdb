import { fail, implement, ok } from '@patchbay/shared';
import { getSegmentIdsContract } from '@patchbay/shared/contracts';
import type { SegmentPorts } from '../ports';
import { followLookup } from './followLookup';

/** POST /get-segment-ids: the segments of up to 100 tasks by one execution of the report. */
export const getSegmentIds = implement<
  SegmentPorts,
  typeof getSegmentIdsContract.request,
  typeof getSegmentIdsContract.response
>(getSegmentIdsContract, async ({ TaskSids: taskSids, ...rest }, ports, caller) => {
  const { batchProblem } = ports.source;
  if (batchProblem !== undefined) return fail('batch_unavailable', batchProblem);
  const followed = await followLookup(ports, { ...rest, taskSids }, caller);
  if (followed.kind === 'answer') return followed.answer;
  const { segments } = followed;
  return ok({
    tasks: taskSids.map((taskSid) => ({
      TaskSid: taskSid,
      found: segments.has(taskSid),
      segment_ids: [...(segments.get(taskSid) ?? [])],
    })),
  });
});
