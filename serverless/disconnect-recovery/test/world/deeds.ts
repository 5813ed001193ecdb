import { CONFERENCE, CUSTOMER, THIRD_PARTY, WORKFLOW, type Who } from './people';
import { livePing, workerOf, type World } from './world';

/** What people do. Each returns false where it can't be done; what Twilio and pages tell of it goes into the mail. */
export const deeds = {
  register(world: World, who: Who): boolean {
    const { workerSid, name, reservationSid, callSid, leg } = workerOf(world, who);
    if (leg !== 'on' || world.place !== 'conference') return false;
    world.mail.push({
      type: 'registered',
      workerSid,
      name,
      reservationSid,
      callSid,
      phone: 'softphone',
      conferenceSid: CONFERENCE,
      customerCallSid: CUSTOMER,
      workflowSid: WORKFLOW,
    });
    return true;
  },

  drop: (world: World, who: Who): boolean => leave(world, who, 'dropped'),

  /** The page says so first; the leg follows. */
  hangUp(world: World, who: Who): boolean {
    const { workerSid } = workerOf(world, who);
    return leave(world, who, 'hung_up', () =>
      world.mail.push({ type: 'deregistered', workerSid, intent: 'hangup' }),
    );
  },

  /** Somebody removes the worker, and takes the caller upon himself. */
  kick: (world: World, who: Who): boolean => leave(world, who, 'kicked', undefined, 'removed'),

  startTransfer(world: World, who: Who): boolean {
    if (workerOf(world, who).leg !== 'on' || world.place !== 'conference' || world.transferring) return false;
    world.transferring = true;
    world.transfers += 1;
    world.mail.push({ type: 'transfer_started', transferSid: transferOf(world), dropId: nextDrop(world) });
    return true;
  },

  /** The agent of a cold transfer leaves once it has begun, or once somebody has accepted it. */
  leaveByTransfer(world: World, who: Who): boolean {
    const isTaken = world.workers.some(
      ({ leg, reservation }) => leg === 'none' && reservation === 'accepted',
    );
    if (!world.transferring && !isTaken) return false;
    const { workerSid } = workerOf(world, who);
    return leave(world, who, 'transferred', () =>
      world.mail.push({ type: 'deregistered', workerSid, intent: 'transfer' }),
    );
  },

  /** Twilio takes the leg off by itself, and the page says nothing of it. */
  takenByTransfer: (world: World, who: Who): boolean =>
    world.transferring && leave(world, who, 'transferred', undefined, 'moved'),

  failTransfer(world: World): boolean {
    if (!world.transferring) return false;
    world.transferring = false;
    world.mail.push({
      type: 'transfer_ended',
      failed: true,
      transferSid: transferOf(world),
      dropId: nextDrop(world),
    });
    return true;
  },

  accept(world: World, who: Who): boolean {
    const worker = workerOf(world, who);
    if (!world.transferring || worker.reservation !== 'none' || world.place !== 'conference') return false;
    worker.reservation = 'accepted';
    world.transferring = false;
    const { workerSid, name, reservationSid } = worker;
    world.mail.push({ type: 'accepted', workerSid, name, reservationSid, phone: 'softphone' });
    world.mail.push({
      type: 'transfer_ended',
      failed: false,
      transferSid: transferOf(world),
      dropId: nextDrop(world),
    });
    return true;
  },

  join(world: World, who: Who): boolean {
    const worker = workerOf(world, who);
    if (worker.reservation !== 'accepted' || worker.leg !== 'none' || world.place !== 'conference')
      return false;
    worker.leg = 'on';
    world.mail.push({ type: 'joined', callSid: worker.callSid, conferenceSid: CONFERENCE });
    return true;
  },

  callThirdParty(world: World): boolean {
    if (world.place !== 'conference' || world.thirdParty) return false;
    world.thirdParty = true;
    world.hadThirdParty = true;
    world.mail.push({ type: 'joined', callSid: THIRD_PARTY, conferenceSid: CONFERENCE });
    return true;
  },

  thirdPartyLeaves(world: World): boolean {
    if (!world.thirdParty) return false;
    world.thirdParty = false;
    world.drops += 1;
    world.mail.push({
      type: 'left',
      callSid: THIRD_PARTY,
      why: 'hung_up',
      at: world.now,
      dropId: `drop-${world.drops}`,
    });
    return true;
  },

  customerHangsUp(world: World): boolean {
    if (world.place === 'queue') {
      world.place = 'hung_up';
      for (const line of world.lines.filter(({ state }) => state === 'waiting')) {
        line.state = 'left';
        world.mail.push({ type: 'line_left', taskSid: line.taskSid });
      }
      return true;
    }
    if (world.place !== 'conference') return false;
    world.place = 'hung_up';
    world.drops += 1;
    world.mail.push(
      { type: 'left', callSid: CUSTOMER, why: 'hung_up', at: world.now, dropId: `drop-${world.drops}` },
      { type: 'conference_ended', byApi: false },
    );
    for (const worker of world.workers.filter(({ leg }) => leg === 'on')) endLeg(world, worker, 'ended');
    return true;
  },

  /** The dropped agent's page is back, and answers. */
  acceptPing(world: World): boolean {
    const ping = livePing(world);
    if (ping === undefined) return false;
    ping.state = 'accepted';
    world.mail.push({ type: 'ping_accepted', taskSid: ping.taskSid });
    return true;
  },

  /** The reconnect task's agent answers: its target, or whoever is free. */
  takeLine(world: World, who: Who): boolean {
    const line = world.lines.find(({ state }) => state === 'waiting');
    if (line === undefined || world.place !== 'queue') return false;
    line.state = 'taken';
    line.takenBy = line.target ?? workerOf(world, who).workerSid;
    world.place = 'agent';
    world.mail.push({ type: 'taken', taskSid: line.taskSid, workerSid: line.takenBy });
    return true;
  },

  /** Time passes; pings end. */
  wait(world: World, ms: number): boolean {
    world.now += ms;
    for (const ping of world.pings) {
      if (ping.state !== 'live' || world.now < ping.until) continue;
      ping.state = 'over';
      world.mail.push({ type: 'ping_expired', taskSid: ping.taskSid });
    }
    return true;
  },
};

function nextDrop(world: World): string {
  world.drops += 1;
  return `drop-${world.drops}`;
}

const transferOf = ({ transfers }: World): string => `transfer-${transfers}`;

type Exit = World['workers'][number]['exit'];

function leave(
  world: World,
  who: Who,
  exit: Exit,
  before: () => void = () => undefined,
  why: 'hung_up' | 'removed' | 'moved' = 'hung_up',
): boolean {
  const worker = workerOf(world, who);
  if (worker.leg !== 'on' || world.place !== 'conference') return false;
  before();
  worker.exit = exit;
  endLeg(world, worker, why);
  return true;
}

function endLeg(
  world: World,
  worker: World['workers'][number],
  why: 'hung_up' | 'removed' | 'moved' | 'ended',
): void {
  const { workerSid, name, reservationSid, callSid } = worker;
  worker.leg = 'gone';
  worker.reservation = 'wrapping';
  world.drops += 1;
  world.mail.push({ type: 'left', callSid, why, at: world.now, dropId: `drop-${world.drops}` });
  world.drops += 1;
  world.mail.push({
    type: 'wrapped_up',
    workerSid,
    name,
    reservationSid,
    phone: 'softphone',
    at: world.now,
    dropId: `drop-${world.drops}`,
  });
}
