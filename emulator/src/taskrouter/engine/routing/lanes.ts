import { mentions } from '../../expressions';
import type { Lane, Placement } from './placement';
import { compareInLine } from './serviceOrder';

/** Puts a placement in line. */
export function enterLine(placement: Placement): void {
  const key = laneKey(placement);
  const { lanes } = placement.home;
  let lane = lanes.get(key);
  if (!lane) {
    lane = {
      channelSid: placement.record.task.taskChannelSid,
      isPerTask: asksFor(placement, 'task'),
      asksForCapacity: asksFor(placement, 'worker', 'channel'),
      placements: [],
    };
    lanes.set(key, lane);
  }
  lane.placements.splice(findIndex(lane, placement), 0, placement);
  placement.isWaiting = true;
}

/** Takes a placement out of line; does nothing when it no longer stands there. */
export function leaveLine(placement: Placement): void {
  placement.cancelDeadline();
  if (!placement.isWaiting) return;
  placement.isWaiting = false;
  const key = laneKey(placement);
  const lane = placement.home.lanes.get(key);
  if (!lane) return;
  lane.placements.splice(findIndex(lane, placement), 1);
  if (lane.placements.length === 0) placement.home.lanes.delete(key);
}

function laneKey({ record, step, order, known }: Placement): string {
  return `${record.task.taskChannelSid} ${order} ${step.id} ${known ? `${known.by}=${known.value}` : ''}`;
}

/** Where the placement stands or belongs: lanes are sorted, thousands may wait. */
function findIndex({ placements }: Lane, placement: Placement): number {
  let low = 0;
  let high = placements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = placements[middle];
    if (other && compareInLine(other, placement) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const asksFor = ({ step }: Placement, ...start: string[]): boolean =>
  step.kind === 'queue' && !!step.target?.expression && mentions(step.target.expression, start);
