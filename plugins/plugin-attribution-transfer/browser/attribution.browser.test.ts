import { openScenes } from './openScenes';
import { carriedOut } from './scenes/carriedOut';
import { killSwitch } from './scenes/killSwitch';
import { reloads } from './scenes/reloads';
import { tabs } from './scenes/tabs';
import { trouble } from './scenes/trouble';
import { untouched } from './scenes/untouched';
import { waiting } from './scenes/waiting';

// One file, so that Flex, 17 MB of it, is opened once for all of them.
describe('a transfer to a queue in the real Flex UI', () => {
  const scene = openScenes();

  describe('is carried out', () => {
    carriedOut(scene);
  });
  describe('leaves alone', () => {
    untouched(scene);
  });
  describe('waits for an agent', () => {
    waiting(scene);
  });
  describe('outlives reloads', () => {
    reloads(scene);
  });
  describe('has pages', () => {
    tabs(scene);
  });
  describe('has trouble with the service', () => {
    trouble(scene);
  });
  describe('is switched off', () => {
    killSwitch(scene);
  });
});
