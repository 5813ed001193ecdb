import { createClient, type CallResult } from '@patchbay/shared/client';
import { getSegmentIdContract, TaskSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import { postAdmin } from '../../stack/askTwilio';
import { hangUp } from '../afterwards';
import { INSIGHTS_DELAY_MS, serviceOf } from '../centre';
import { callRings, type Scene } from '../scene';

const Journal = z.object({ entries: z.array(z.object({ sequence: z.number() })) });

/** A call ends, and its segments are looked up once Flex Insights has them. */
export async function segments(scene: Scene): Promise<void> {
  const { tell, stack } = scene;
  await tell.chapter('A call ends, and its segments are looked up');
  const call = await callRings(scene);
  await hangUp(call);
  await tell.say('The call is over. Flex Insights has its segments half an hour later, here sooner.');
  await postAdmin(stack.twilio, 'clock', { advanceMs: INSIGHTS_DELAY_MS });

  const found = await lookUp(scene, call.task.sid);
  await tell.check(
    `Carol sees the segments of the call: ${idsOf(found).join(', ')}`,
    idsOf(found).length > 0 && new Set(idsOf(found)).size === idsOf(found).length,
  );
  const asked = await insightsCalls(scene);
  const again = await lookUp(scene, call.task.sid);
  await tell.check(
    'The same again, and Flex Insights is not asked',
    idsOf(again).join() === idsOf(found).join() && (await insightsCalls(scene)) === asked,
  );
}

type Found = CallResult<z.infer<typeof getSegmentIdContract.response>>;

/** As the panel does it: a report that takes long is followed. */
async function lookUp({ stack }: Scene, taskSid: string): Promise<Found> {
  const client = createClient({
    baseUrl: serviceOf(stack.services, 'segment-lookup').origin,
    token: () => stack.seeded.identities['carol']?.token ?? '',
  });
  const input = { TaskSid: TaskSid.parse(taskSid), canContinue: true };
  let answer: Found = await client.call(getSegmentIdContract, input);
  while (answer.ok && 'continuation' in answer.body) {
    answer = await client.call(getSegmentIdContract, { ...input, continuation: answer.body.continuation });
  }
  return answer;
}

const idsOf = (found: Found): readonly string[] =>
  found.ok && 'segment_ids' in found.body ? found.body.segment_ids : [];

async function insightsCalls({ stack }: Scene): Promise<number> {
  const response = await fetch(`${stack.twilio.origin}/_emulator/journal?host=analytics.ytica.com`);
  return z.parse(Journal, await response.json()).entries.length;
}
