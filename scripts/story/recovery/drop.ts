import { createAdminClient, waitUntil, type Caller } from '@patchbay/emulator/testing';
import { createClient } from '@patchbay/shared/client';
import { recoveriesContract, type RecoveryView } from '@patchbay/shared/contracts';
import type { Reservation } from 'twilio-taskrouter';
import { serviceOf } from '../centre';
import { tasksWith, type Scene, type ToldTask } from '../scene';
import { untilCaller } from './callIn';
import type { Desk } from './openDesk';

const ANNOUNCEMENT = 'connection-interrupted.mp3';

/** The plug is pulled; resolves when the caller has heard of it. */
export async function dropOut(scene: Scene, desk: Desk, caller: Caller): Promise<void> {
  await desk.pullPlug();
  const waiting = await untilCaller(caller, 'hears an announcement', ({ hears }) => 'play' in hears);
  await scene.tell.check(
    'The caller is still on the line, and hears that the connection was interrupted',
    waiting.status === 'in-progress' && String(waiting.hears['play']).endsWith(ANNOUNCEMENT),
  );
}

/** The tasks that ask the agent back to a call. */
export const pingsOf = (scene: Scene, call: Reservation): Promise<readonly ToldTask[]> =>
  tasksWith(scene, 'disconnectedTaskSid', call.task.sid);

/** The tasks by which the caller of a call was enqueued again. */
export const reconnectsOf = (scene: Scene, call: Reservation): Promise<readonly ToldTask[]> =>
  tasksWith(scene, 'recoveredTaskSid', call.task.sid);

/** The recovery of a call once it has ended, as Sam, who supervises, sees it. */
export function endedRecovery({ stack }: Scene, call: Reservation): Promise<RecoveryView> {
  const client = createClient({
    baseUrl: serviceOf(stack.services, 'disconnect-recovery').origin,
    token: () => stack.seeded.identities['sam']?.token ?? '',
  });
  return waitUntil(createAdminClient(stack.twilio.origin), 'the recovery has ended', async () => {
    const seen = await client.call(recoveriesContract, {});
    if (!seen.ok) throw new Error(seen.message);
    return seen.body.ended.find(({ taskSid }) => taskSid === call.task.sid);
  });
}
