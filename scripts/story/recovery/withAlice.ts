import type { Caller } from '@patchbay/emulator/testing';
import type { Reservation } from 'twilio-taskrouter';
import { othersGo, type Scene } from '../scene';
import { callIn, isWith, untilCaller } from './callIn';
import { atDesk, type Desk } from './openDesk';
import { takeCall } from './takeCall';

/** Alice at her desk, in the middle of a call. */
interface Talk {
  readonly desk: Desk;
  readonly caller: Caller;
  readonly call: Reservation;
}

/** Plays with a call that Alice has taken, everybody else being away; afterwards they are back. */
export async function withAlice(scene: Scene, play: (talk: Talk) => Promise<void>): Promise<void> {
  await othersGo(scene, 'Unavailable');
  await atDesk(scene, 'alice', async (desk) => {
    const caller = await callIn(scene, 'Jane Roe', '+15557654321');
    const call = await desk.page.nextOffer('voice');
    await takeCall(scene, desk.page, call);
    await untilCaller(caller, 'talks to alice', isWith('alice'));
    await play({ desk, caller, call });
  });
  await othersGo(scene, 'Available');
}

/** Her computer is started again: her page answers the ping, and takes the call that is brought back. With how the caller is then. */
export async function comeBack(
  scene: Scene,
  { desk, caller }: Talk,
): Promise<{ readonly ping: Reservation; readonly again: Reservation; readonly status: string }> {
  await desk.plugIn();
  const ping = await desk.page.nextOffer('voice');
  await ping.accept();
  const again = await desk.page.nextOffer('voice');
  await takeCall(scene, desk.page, again);
  const { status } = await untilCaller(caller, 'talks to alice again', isWith('alice'));
  return { ping, again, status };
}
