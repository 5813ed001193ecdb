import type { FlexTab } from '@patchbay/emulator/browser';
import { configurePlugin, openSuite, type Scene as SceneOn, type Stage } from '@patchbay/plugin-kit/browser';
import { startFakeSegmentService, type FakeSegmentService } from './fakeSegmentService';

/** What a scene plays with: Alice has Flex open, which asks a service that answers as the scene wants. */
export interface Floor {
  readonly stage: Stage;
  readonly alice: FlexTab;
  readonly service: FakeSegmentService;
}

/** A test that plays on that floor. */
export type Scene = SceneOn<Floor>;

/** Opens Alice's page once for a suite; gives the way to define its scenes. */
export function openScenes(): Scene {
  let service: FakeSegmentService | undefined;
  let restore: (() => Promise<void>) | undefined;
  const scene = openSuite<Floor>(async (stage) => {
    service = await startFakeSegmentService();
    restore = await configurePlugin(stage.centre, 'segmentLookup', { enabled: true, url: service.origin });
    const alice = await stage.centre.openFlex('alice');
    return { floor: { stage, alice, service }, tabs: [alice] };
  });
  afterEach(() => service?.clear());
  afterAll(async () => {
    // The suites after this one find Flex as `npm run test:browser` has set it up.
    await restore?.();
    await service?.stop();
  });
  return scene;
}
