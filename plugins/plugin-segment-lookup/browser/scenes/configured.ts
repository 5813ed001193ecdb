import type { Scene } from '../openScenes';
import { lookUp, panelOf, tabOf } from '../show';

/** More than a call's segments take to be in the reports of the local contact centre. */
const LATENCY_MS = 20_000;

/** As Flex's configuration says; each scene has the page read it afresh. */
export function configured(scene: Scene): void {
  scene(
    'with the service itself and the local Flex Insights: a call that has ended',
    async ({ stage, alice }) => {
      await stage.configure('segmentLookup', { url: stage.stack.services['segment-lookup']?.origin });
      await alice.reload();
      const call = await stage.callFor(alice);
      await alice.hangUp();
      await alice.complete();
      await panelOf(alice).waitFor();
      await stage.centre.advance(LATENCY_MS);
      await lookUp(alice, call.taskSid);

      await panelOf(alice).getByText('Found 2 segment ID(s):').waitFor();
      expect(new Set(await panelOf(alice).getByRole('listitem').allInnerTexts()).size).toBe(2);
    },
  );

  scene('not at all once the plugin is switched off', async ({ stage, alice }) => {
    await stage.configure('segmentLookup', { enabled: false });
    await alice.reload();
    expect(await alice.notifications()).toEqual([]);
    expect(await panelOf(alice).count()).toBe(0);
    await stage.callFor(alice);
    await tabOf(alice, 'Info').waitFor();

    expect(await tabOf(alice, 'Segments').count()).toBe(0);
  });

  scene('not without an address, and that is said', async ({ stage, alice }) => {
    await stage.configure('segmentLookup', { url: undefined });
    await alice.reload();
    await alice.notification('Segment lookup is not configured (url), so it is not shown.').waitFor();

    expect(await panelOf(alice).count()).toBe(0);
  });
}
