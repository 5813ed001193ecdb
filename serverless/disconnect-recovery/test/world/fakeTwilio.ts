import { Unfinished } from '../../src/calls/perform';
import type { Call } from '../../src/recovery/call';
import type { Duty } from '../../src/recovery/duties';
import type { CallEvent, Sight } from '../../src/recovery/event';
import { LEASE_MS } from '../../src/recovery/rules';
import { CONFERENCE, CUSTOMER, newTask, WORKFLOW } from './people';
import { isAlone, type World } from './world';

export const PING_TTL_MS = 15_000;

/** How Twilio behaves on one request: well, refusing (nothing done), or doing it and losing the answer. */
export type Fault = 'none' | 'refused' | 'lost';

/** Something the rules must never bring about. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** Does one duty to the world, as the real hands do it to Twilio. */
export function actOn(world: World, duty: Duty, call: Call, fault: Fault): readonly CallEvent[] {
  if (fault === 'refused') {
    if (duty.kind === 'send_ping') throw new Unfinished([{ type: 'ping_absent' }], 'refused');
    if (duty.kind === 'redirect') throw new Unfinished([{ type: 'not_redirected' }], 'refused');
    throw new Error('refused');
  }
  const events = act(world, duty, call);
  if (fault === 'lost') throw new Error('the answer was lost');
  return events;
}

function act(world: World, duty: Duty, call: Call): readonly CallEvent[] {
  const { drop } = call;
  switch (duty.kind) {
    case 'look':
      return [{ type: 'looked', sight: look(world, call) }];
    case 'announce':
      return world.place === 'conference'
        ? [{ type: 'announced' }]
        : [{ type: 'conference_ended', byApi: false }];
    case 'send_ping':
      return [sendPing(world, call)];
    case 'check_ping':
      return checkPing(world, call);
    case 'close_ping':
      for (const ping of world.pings) {
        const isIts = ping.taskSid === drop?.ping.taskSid || drop?.ping.strays.includes(ping.taskSid);
        if (isIts) ping.state = 'over';
      }
      return [{ type: 'did', what: 'close_ping' }];
    case 'ready_worker':
      return [{ type: 'worker_ready', available: true, setOffline: drop?.toWorker === false }];
    case 'redirect':
      return redirect(world, call);
    case 'check_redirect':
      return checkRedirect(world, call);
    case 'find_line':
      return findLine(world, call);
    case 'check_line':
      return checkLine(world, call);
    case 'free_reservation':
      freeReservation(world, call);
      return [{ type: 'did', what: 'free_reservation' }];
    case 'end_if_alone':
      return endIfAlone(world, call);
    case 'count_unsaved':
      return [{ type: 'unsaved_counted' }];
    case 'watch_flags':
      return [{ type: 'flags_watched' }];
    case 'undo_exit_flag':
      return [{ type: 'exit_flag_undone', callSid: duty.callSid }];
    default:
      return [{ type: 'did', what: duty.kind }];
  }
}

export function look(world: World, { drop }: Call): Sight {
  const dropped =
    world.workers.find(
      ({ workerSid, callSid }) => workerSid === drop?.workerSid || callSid === drop?.callSid,
    ) ?? world.workers.findLast(({ reservation }) => reservation === 'wrapping');
  const others = world.workers.filter((worker) => worker !== dropped);
  const isOn = others.some(({ leg }) => leg === 'on');
  const isComing = others.some(({ leg, reservation }) => leg === 'none' && reservation === 'accepted');
  return {
    customerOn: world.place === 'conference',
    workerOn: dropped?.leg === 'on',
    otherWorker: isOn ? 'on' : isComing || world.transferring ? 'coming' : 'none',
    others: world.thirdParty || isOn,
    customerCallSid: CUSTOMER,
    workflowSid: WORKFLOW,
    conferenceSid: CONFERENCE,
    ...(dropped && { worker: dropped }),
    phone: 'softphone',
  };
}

function sendPing(world: World, { drop }: Call): CallEvent {
  if (drop?.workerSid === undefined) throw new Broken('a ping to nobody');
  world.tasks += 1;
  const ping = {
    taskSid: newTask(world.tasks),
    workerSid: drop.workerSid,
    dropId: drop.id,
    number: drop.ping.number,
    until: world.now + PING_TTL_MS,
    state: 'live' as const,
  };
  world.pings.push(ping);
  return { type: 'ping_sent', taskSid: ping.taskSid, until: ping.until };
}

/** By its SID when that is known; by the worker's reservations when not, where only presence proves at once. */
function checkPing(world: World, { drop }: Call): readonly CallEvent[] {
  const ping = world.pings.find(({ taskSid, dropId, number }) =>
    drop?.ping.taskSid === undefined
      ? dropId === drop?.id && number === drop.ping.number
      : taskSid === drop.ping.taskSid,
  );
  if (ping === undefined) {
    return world.now >= (drop?.ping.askedAt ?? 0) + LEASE_MS ? [{ type: 'ping_absent' }] : [];
  }
  const { taskSid, until, state } = ping;
  const sent: CallEvent[] = drop?.ping.taskSid === undefined ? [{ type: 'ping_sent', taskSid, until }] : [];
  if (state === 'live') return sent;
  return [...sent, { type: state === 'accepted' ? 'ping_accepted' : 'ping_expired', taskSid }];
}

function redirect(world: World, { drop }: Call): readonly CallEvent[] {
  if (world.place === 'hung_up' || world.place === 'ended') return [{ type: 'customer_gone' }];
  // Twilio would do it again: the caller would lose the place in the queue, or the agent.
  if (world.place !== 'conference') throw new Broken(`redirected out of ${world.place}`);
  world.tasks += 1;
  const line = {
    taskSid: newTask(world.tasks),
    target: drop?.toWorker === true ? drop.workerSid : undefined,
    dropId: drop?.id ?? '',
    state: 'waiting' as const,
    takenBy: undefined,
  };
  world.lines.push(line);
  world.place = 'queue';
  world.drops += 1;
  world.mail.push(
    { type: 'left', callSid: CUSTOMER, why: 'moved', at: world.now, dropId: `drop-${world.drops}` },
    { type: 'queued', taskSid: line.taskSid },
  );
  if (!world.thirdParty) world.mail.push({ type: 'conference_ended', byApi: false });
  return [{ type: 'redirected' }];
}

function checkRedirect(world: World, { drop }: Call): readonly CallEvent[] {
  if (world.place === 'hung_up' || world.place === 'ended') return [{ type: 'customer_gone' }];
  if (world.place !== 'conference') return [{ type: 'redirected' }];
  return world.now >= (drop?.enqueue.askedAt ?? 0) + LEASE_MS ? [{ type: 'not_redirected' }] : [];
}

function findLine(world: World, call: Call): readonly CallEvent[] {
  const line = world.lines.find(({ dropId }) => dropId === call.drop?.id);
  if (line === undefined) return [{ type: 'customer_gone' }];
  return [{ type: 'queued', taskSid: line.taskSid }, ...stateOf(line)];
}

function checkLine(world: World, { drop }: Call): readonly CallEvent[] {
  const line = world.lines.find(({ taskSid }) => taskSid === drop?.reconnectTaskSid);
  const news = line === undefined ? [] : stateOf(line);
  return news.length > 0 ? news : [{ type: 'still_in_line' }];
}

function stateOf({ state, taskSid, takenBy }: World['lines'][number]): readonly CallEvent[] {
  if (state === 'left') return [{ type: 'line_left', taskSid }];
  return takenBy === undefined ? [] : [{ type: 'taken', taskSid, workerSid: takenBy }];
}

function freeReservation(world: World, { drop }: Call): void {
  if (world.lines.length === 0) throw new Broken('freed before the caller was in the queue');
  const worker = world.workers.find(({ reservationSid }) => reservationSid === drop?.reservationSid);
  if (worker !== undefined) worker.reservation = 'completed';
}

function endIfAlone(world: World, { farewell }: Call): readonly CallEvent[] {
  const leaver = world.workers.find(({ workerSid }) => workerSid === farewell?.workerSid);
  if (leaver?.leg === 'on') return [{ type: 'farewell_checked', settled: false }];
  if (!isAlone(world) || world.thirdParty) return [{ type: 'farewell_checked', settled: true }];
  if (!world.workers.some(({ exit }) => exit === 'hung_up')) throw new Broken('hung up on the caller');
  world.place = 'ended';
  world.mail.push({ type: 'conference_ended', byApi: true });
  return [
    { type: 'farewell_checked', settled: true },
    { type: 'conference_ended', byApi: true },
  ];
}
