import { openDevice, type Device } from '@patchbay/emulator/testing';
import { postAdmin } from '../../stack/askTwilio';
import type { AgentPage } from '../agentPage';
import type { Scene } from '../scene';

/** Where an agent sits: a page with a softphone in it, on a computer whose plug can be pulled. */
export interface Desk {
  /** Another one after the plug was pulled. */
  readonly page: AgentPage;
  /** Page, network and softphone are gone at once, and nothing is said to anybody. */
  pullPlug(): Promise<void>;
  /** The computer is started again: a fresh page, as after a reload. */
  plugIn(): Promise<void>;
}

/** Plays with an agent at a desk, and leaves the plug where it belongs. */
export async function atDesk(scene: Scene, name: string, play: (desk: Desk) => Promise<void>): Promise<void> {
  let [page, device] = await openBoth(scene, name);
  try {
    await play({
      get page() {
        return page;
      },
      async pullPlug() {
        await setOnline(scene, name, false);
        page.close();
        await device.closed;
      },
      async plugIn() {
        await setOnline(scene, name, true);
        [page, device] = await openBoth(scene, name);
      },
    });
  } finally {
    await setOnline(scene, name, true);
    await device.close();
  }
}

/** The softphone's connection is that of a page, so that it goes with the page's network. */
async function openBoth(scene: Scene, name: string): Promise<[AgentPage, Device]> {
  const { twilio, seeded } = scene.stack;
  const host = `${name}.localhost:${new URL(twilio.origin).port}`;
  const device = await openDevice(twilio.origin, seeded.identities[name]?.token ?? '', { host });
  return [await scene.open(name), device];
}

const setOnline = ({ stack }: Scene, page: string, online: boolean): Promise<unknown> =>
  postAdmin(stack.twilio, 'network', { page, online });
