import type { Reservation } from 'twilio-taskrouter';
import type { AgentPage } from './agentPage';
import { attributesOf, attributionTasksOf, holdersOf, type Scene } from './scene';

/** What must hold after every transfer, however it went: one attribution task, one transfer, nothing left behind. */
export async function checkTransferred(scene: Scene, call: Reservation, receiver: AgentPage): Promise<void> {
  const { tell } = scene;
  const attributions = await attributionTasksOf(scene, call.task.sid);
  await tell.check(
    'There was exactly one attribution task, and it is closed',
    attributions.length === 1 && !attributions.some(({ live }) => live),
  );
  const holders = await holdersOf(scene, call.task.sid);
  const received = holders.filter(({ worker }) => worker === receiver.name);
  await tell.check(
    `The call is with ${receiver.name}, transferred once`,
    received.length === 1 && received[0]?.status === 'accepted',
  );
  const attributes = await attributesOf(scene, call.task.sid);
  await tell.check(
    'The mark is gone from the call',
    !('transferTo' in attributes) && !('transferAttempt' in attributes),
  );
}

/** Everybody hangs up, so that the next chapter finds them free. */
export async function hangUp(...reservations: readonly Reservation[]): Promise<void> {
  for (const reservation of reservations) {
    if (reservation.status === 'accepted') await reservation.wrap();
    await reservation.complete();
  }
}
