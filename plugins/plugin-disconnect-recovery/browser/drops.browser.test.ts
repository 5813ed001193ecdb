import { openScenes } from './openScenes';
import { closedPages } from './scenes/closedPages';
import { killSwitch } from './scenes/killSwitch';
import { noDrops } from './scenes/noDrops';
import { reloads } from './scenes/reloads';
import { others } from './scenes/others';

// One file, so that Flex, 17 MB of it, is opened once for all of them.
describe('disconnect recovery in the real Flex UI', () => {
  const scene = openScenes();

  describe('is not for', () => {
    noDrops(scene);
  });
  describe('brings back', () => {
    reloads(scene);
  });
  describe('with others on the call', () => {
    others(scene);
  });
  describe('goes on without the agent', () => {
    closedPages(scene);
  });
  // The last one: the page that it reloads is without the plugin.
  describe('switched off', () => {
    killSwitch(scene);
  });
});
