import type { Drop } from '../../src/recovery/drop';
import { duties } from '../../src/recovery/duties';
import type { Moment } from '../../src/recovery/event';
import { Broken } from './fakeTwilio';
import type { Processes } from './processes';
import { isAlone, type World } from './world';

/** What must hold after every single thing that happens. */
export function holdAlways(world: World, processes: Processes): void {
  for (const error of processes.errors) if (error instanceof Broken) throw error;
  if (world.pings.filter(({ state }) => state === 'live').length > 1) throw new Broken('two live pings');
  if (world.lines.length > 1) throw new Broken('enqueued twice');
  for (const { workerSid } of world.pings) {
    const pinged = world.workers.find((worker) => worker.workerSid === workerSid);
    if (pinged?.leg === 'on') throw new Broken('pinged a worker who is on the call');
  }
  const freed = world.workers.some(({ reservation }) => reservation === 'completed');
  if (freed && world.lines.length === 0) throw new Broken('freed before the caller was in the queue');
}

/** What must hold when everything has come to rest. */
export function holdInTheEnd(world: World, processes: Processes, moment: Moment): void {
  const call = processes.stored?.call;
  if (isAlone(world) && !isSomebodyElses(world)) throw new Broken('the caller was left alone');
  if (world.pings.some(({ state }) => state === 'live')) throw new Broken('a ping was left over');
  if (call?.drop !== undefined && call.drop.phase !== 'ended')
    throw new Broken(`stuck in ${call.drop.phase}`);
  holdOutcome(world, call?.drop);
  const owed = call === undefined ? [] : duties(call, moment);
  if (owed.length > 0) throw new Broken(`still owed: ${owed.map(({ kind }) => kind).join(' ')}`);
}

/** What supervisors are told is what happened. */
function holdOutcome({ lines, workers }: World, drop: Drop | undefined): void {
  const [line] = lines;
  if (drop === undefined || line?.dropId !== drop.id || line.takenBy === undefined) return;
  const outcome = line.takenBy === drop.workerSid ? 'reconnected' : 'taken_over';
  if (drop.outcome !== outcome) throw new Broken(`told as ${String(drop.outcome)}, was ${outcome}`);
  const old = workers.find(({ reservationSid }) => reservationSid === drop.reservationSid);
  if (old !== undefined && old.reservation !== 'completed') throw new Broken('the agent was not freed');
}

/**
 * Kicked, or left in the middle of a transfer: whoever did that has the caller. A third party with whom an agent's hang-up
 * left the caller is company; that it leaves too is told by a callback only, which may be lost.
 */
const isSomebodyElses = ({ workers, transferring, hadThirdParty }: World): boolean =>
  transferring ||
  workers.some(({ exit }) => exit === 'kicked') ||
  workers.some(({ leg, reservation }) => leg === 'none' && reservation === 'accepted') ||
  (hadThirdParty && workers.some(({ exit }) => exit === 'hung_up'));
