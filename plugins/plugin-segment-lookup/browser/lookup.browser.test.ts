import { openScenes } from './openScenes';
import { configured } from './scenes/configured';
import { panel } from './scenes/panel';
import { task } from './scenes/task';
import { trouble } from './scenes/trouble';

// One file, so that Flex, 17 MB of it, is opened once for all of them.
describe('looking segments up in the real Flex UI', () => {
  const scene = openScenes();

  describe('by a Task SID, while no task is selected', () => {
    panel(scene);
  });
  describe('of a task', () => {
    task(scene);
  });
  describe('does not always go well', () => {
    trouble(scene);
  });
  describe('is configured', () => {
    configured(scene);
  });
});
