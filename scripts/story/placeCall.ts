import type { SeededScenario } from '@patchbay/emulator';
import type { Twilio } from 'twilio';
import { sidOf } from './centre';

/** A call that rang and was taken, by what a transfer has to say of it. */
export interface PlacedCall {
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Carol comes to work, a call rings and she takes it, without a page: also while she has others. */
export async function placeCall(
  client: Twilio,
  seeded: Pick<SeededScenario, 'workspaceSid' | 'activities' | 'workflows' | 'workers'>,
  more: Readonly<Record<string, unknown>>,
): Promise<PlacedCall> {
  const attributes = { ...more, call_sid: `CA${'1'.repeat(32)}` };
  const workspace = client.taskrouter.v1.workspaces(seeded.workspaceSid);
  const carol = sidOf(seeded.workers, 'carol');
  await workspace.workers(carol).update({ activitySid: sidOf(seeded.activities, 'Available') });
  const { sid } = await workspace.tasks.create({
    workflowSid: sidOf(seeded.workflows, 'Assign to anyone'),
    taskChannel: 'voice',
    routingTarget: carol,
    ignoreCapacity: 'true',
    attributes: JSON.stringify(attributes),
  });
  const [offer] = await workspace.tasks(sid).reservations.list();
  if (offer === undefined) throw new Error('Carol was offered no call.');
  await workspace.tasks(sid).reservations(offer.sid).update({ reservationStatus: 'accepted' });
  return { taskSid: sid, reservationSid: offer.sid, attributes };
}
