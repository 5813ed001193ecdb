import type { Call } from './call';
import { isOpen, withoutDone, type Drop } from './drop';
import type { EventOf, Moment, Sight } from './event';
import { dismissDrop, endDrop, suspend, toPhase, toQueue, withDrop } from './phases';
import { isAnotherComing, seatOfWorker, withSeat } from './roster';
import { MAX_PINGS, MAX_WAITS, TRANSFER_MS } from './rules';
import { withoutTransfer } from './transferring';

/** Somebody has looked: the drop is real, it is none, or somebody else has the caller. */
export function looked(call: Call, { sight }: EventOf<'looked'>, moment: Moment): Call {
  const { drop } = call;
  if (!isOpen(drop) || drop.phase === 'moving' || drop.phase === 'queued') return call;
  const seen = withFacts(call, drop, sight);
  const current = { ...seen.drop, recheck: false, others: sight.others };
  const quiet = current.phase === 'examining';
  if (!sight.customerOn) {
    const over = { ...seen.call, over: true };
    return quiet ? dismissDrop(over) : withDrop(over, endDrop(current, 'hung_up', moment));
  }
  if (sight.workerOn) {
    return quiet
      ? dismissDrop(back(seen.call, current))
      : withDrop(seen.call, endDrop(current, 'reconnected', moment, current.workerSid));
  }
  if (sight.otherWorker === 'on') {
    return quiet
      ? dismissDrop(seen.call)
      : withDrop(seen.call, endDrop(current, 'taken_over', moment, sight.otherWorkerSid));
  }
  if (current.phone === 'telephone' && !moment.rules.telephones)
    return hungUpItsPhone(seen.call, current, moment);
  const isComing = sight.otherWorker === 'coming' || isAnotherComing(seen.call, current.workerSid);
  // A transfer that only the page has told of counts for the time of one wait.
  const isBegun = seen.call.transferring && current.phase !== 'suspended';
  const waits = (isComing || isBegun) && current.waits < MAX_WAITS;
  if (waits || isRouted(seen.call, moment)) return withDrop(seen.call, waitOn(current, moment));
  return withDrop(withoutTransfer(seen.call), begin(current, moment));
}

/** TaskRouter has told that it looks for somebody, and tells when that is over; bounded all the same. */
const isRouted = ({ routed }: Call, { now }: Moment): boolean =>
  routed !== undefined && now < routed.since + TRANSFER_MS;

/** Somebody is about to have the caller: wait, and look again after a while. */
const waitOn = (drop: Drop, moment: Moment): Drop => ({
  ...suspend(drop, moment),
  since: moment.now,
  waits: drop.waits + 1,
  work: undefined,
});

/** The caller is alone: the dropped agent is asked back. */
function begin(drop: Drop, moment: Moment): Drop {
  // Nobody to ask back.
  if (drop.workerSid === undefined) return toQueue(drop, false, moment);
  if (drop.phase !== 'suspended') return toPhase(drop, 'pinging', moment);
  if (drop.ping.taskSid === undefined) return toPhase(drop, 'pinging', moment);
  // The ping before was taken back.
  if (drop.ping.number >= MAX_PINGS) return toQueue(drop, false, moment);
  const { number, strays, taskSid } = drop.ping;
  const ping = {
    state: 'none' as const,
    number: number + 1,
    strays: drop.done.includes('close_ping') ? strays : [...strays, taskSid],
  };
  return { ...withoutDone(toPhase(drop, 'pinging', moment), 'close_ping'), ping };
}

/** An agent on the telephone has hung up: without recovery for telephones the call ends, as it would without us. */
function hungUpItsPhone(call: Call, drop: Drop, moment: Moment): Call {
  if (drop.workerSid === undefined) return dismissDrop(call);
  return { ...dismissDrop(call), farewell: { workerSid: drop.workerSid, at: moment.now } };
}

/** A false alarm: the worker is on the call. */
function back(call: Call, drop: Drop): Call {
  const seat = seatOfWorker(call, drop.workerSid);
  return seat === undefined ? call : withSeat(call, { ...seat, presence: 'on' });
}

/** What nobody had told before. */
function withFacts(call: Call, drop: Drop, sight: Sight): { call: Call; drop: Drop } {
  const { worker } = sight;
  return {
    call: {
      ...call,
      customerCallSid: call.customerCallSid ?? sight.customerCallSid,
      workflowSid: call.workflowSid ?? sight.workflowSid,
      conferenceSid: call.conferenceSid ?? sight.conferenceSid,
    },
    drop: {
      ...drop,
      phone: drop.phone ?? sight.phone,
      ...(drop.workerSid === undefined &&
        worker && {
          workerSid: worker.workerSid,
          workerName: worker.name,
          reservationSid: worker.reservationSid,
        }),
    },
  };
}
