import { attributionStatusContract, TaskSid } from '@patchbay/shared/contracts';
import { createAdminClient, waitUntil } from '@patchbay/emulator/testing';
import { checkTransferred, hangUp } from '../afterwards';
import { endCall } from '../recovery/callIn';
import { dropOut } from '../recovery/drop';
import { comeBack, withAlice } from '../recovery/withAlice';
import { attributionTasksOf, othersGo, type Scene } from '../scene';
import { completeAs, firstOfferAtCompany, requestTransfer } from '../transfer';

/** An agent's computer dies while a transfer of the call waits for somebody. */
export async function interruptedTransfer(scene: Scene): Promise<void> {
  const { tell, stack } = scene;
  await tell.chapter('The plug is pulled on Alice while a transfer of her call waits');
  await withAlice(scene, async (talk) => {
    const { desk, caller, call } = talk;
    await requestTransfer(scene, call, 'WARM', desk.page);
    await tell.say('Alice transfers a call to the queue Support. Nobody of BPO_B is free.');

    await dropOut(scene, desk, caller);
    const { again } = await comeBack(scene, talk);
    const { attempt } = await waitUntil(
      createAdminClient(stack.twilio.origin),
      'the transfer has ended',
      async () => {
        const seen = await desk.page.service.call(attributionStatusContract, {
          taskSid: TaskSid.parse(call.task.sid),
        });
        return seen.ok && seen.body.attempt?.open === false && seen.body;
      },
    );
    await tell.check(
      'Alice has the caller again; her transfer was interrupted, and nobody is asked any more',
      attempt?.state === 'interrupted' &&
        (await attributionTasksOf(scene, call.task.sid)).every(({ live }) => !live),
    );

    await othersGo(scene, 'Available');
    const created = await requestTransfer(scene, again, 'WARM', desk.page);
    await tell.check('She can make it again', created.ok && created.status === 201);
    const received = await completeAs(scene, again, await firstOfferAtCompany(scene), desk.page);
    await checkTransferred(scene, again, received.page);
    await endCall(caller, again);
    await hangUp(received.reservation);
  });
}
