import type { ServiceOrder } from '../model';
import type { Placement } from './placement';

/** FIFO: higher priority first, then the longest waiting by virtual start time (Task reference, VirtualStartTime). */
const compareFifo = (a: Placement, b: Placement): number =>
  b.priority - a.priority || a.startTime - b.startTime || a.record.sequence - b.record.sequence;

/** LIFO: newest first; priority does not count (TaskQueue reference, TaskOrder). */
const compareLifo = (a: Placement, b: Placement): number =>
  b.startTime - a.startTime || b.record.sequence - a.record.sequence;

/** Orders two placements of one line: negative when `a` is served first. */
export const compareInLine = (a: Placement, b: Placement): number =>
  a.order === 'LIFO' ? compareLifo(a, b) : compareFifo(a, b);

/** Orders placements of several lines; between FIFO and LIFO queues the workspace's PrioritizeQueueOrder decides. */
export const compareAcrossLines =
  (prioritized: ServiceOrder) =>
  (a: Placement, b: Placement): number => {
    if (a.order === b.order) return compareInLine(a, b);
    return a.order === prioritized ? -1 : 1;
  };
