import type { FlexTab } from '@patchbay/emulator/browser';
import { openSuite, type Stage } from '@patchbay/plugin-kit/browser';
import { lookUp, panelOf } from './show';

/** More than a call's segments take to be in the reports of the local contact centre. */
const LATENCY_MS = 20_000;

describe('looking up with the service itself and the local Flex Insights', () => {
  const scene = openSuite<{ readonly stage: Stage; readonly alice: FlexTab }>(async (stage) => {
    const alice = await stage.centre.openFlex('alice');
    return { floor: { stage, alice }, tabs: [alice] };
  });

  scene('a call that has ended', async ({ stage, alice }) => {
    const call = await stage.callFor(alice);
    await alice.hangUp();
    await alice.complete();
    await panelOf(alice).waitFor();
    await stage.centre.advance(LATENCY_MS);
    await lookUp(alice, call.taskSid);

    await panelOf(alice).getByText('Found 2 segment ID(s):').waitFor();
    expect(new Set(await panelOf(alice).getByRole('listitem').allInnerTexts()).size).toBe(2);
  });
});
