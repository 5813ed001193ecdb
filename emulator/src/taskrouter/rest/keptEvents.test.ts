import { createTestContext } from '../../../test/createTestContext';
import { createSmallCentre } from '../../../test/createSmallCentre';
import { keepEvents } from './keptEvents';

it('keeps the newest events only, each workspace’s own', async () => {
  const context = createTestContext();
  const centre = createSmallCentre(context);
  const kept = keepEvents(centre.engine, context.clock, { most: 5 });
  const told: string[] = [];
  centre.engine.on(({ sid }) => told.push(sid));

  await centre.createTask();
  await centre.createTask();

  expect(told.length).toBeGreaterThan(5);
  expect(kept.of(centre.workspace.current().sid).map(({ sid }) => sid)).toEqual(told.slice(-5).reverse());
  expect(kept.of(`WS${'0'.repeat(32)}`)).toEqual([]);
});
