export { eventIdOf } from './eventIdOf';
export { handleEvents } from './handleEvents';
export type { Handled } from './handleEvents';
export { parkEvent } from './parkEvent';
