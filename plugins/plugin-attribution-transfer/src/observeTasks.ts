import { createTimers } from '@patchbay/plugin-kit';
import type { ReservationSid } from '@patchbay/shared/contracts';
import type { AgentTask, FlexPorts } from './flex/ports';
import { readAttribution } from './receive/attribution';
import type { Receiver } from './receive/receiver';
import { refuseInTime } from './receive/refuseInTime';
import { offerInterrupted } from './send/offerInterrupted';
import { readMark, type MarkOfOurs } from './send/readMark';
import type { Sender } from './send/sender';
import type { Settings } from './settings';

interface Means {
  readonly flex: FlexPorts;
  readonly sender: Sender;
  readonly receiver: Receiver;
  /** Undefined while the plugin is switched off. */
  readonly settings: () => Settings | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Seen {
  readonly status: AgentTask['status'];
  readonly mark: MarkOfOurs | undefined;
}

/**
 * Tells both sides what happens to the agent's tasks: what was there when the page was loaded, marks, and ends. Returns the
 * way to stop.
 */
export function observeTasks(means: Means): () => void {
  const { flex, sender, receiver } = means;
  const timers = createTimers();
  const seen = new Map<ReservationSid, Seen>();
  const offerAgain = offerInterrupted(sender);
  let isFirst = true;

  const pass = () => {
    const tasks = flex.tasks();
    for (const task of tasks) {
      const before = seen.get(task.sid);
      const now: Seen = { status: task.status, mark: readMark(task) };
      seen.set(task.sid, now);
      if (readAttribution(task.attributes) === undefined) observeCall(means, task, before, now);
      else observeAttribution(means, task, before);
      if (before === undefined) refuseInTime(means, task, timers, isFirst);
      offerAgain(task);
    }
    for (const sid of seen.keys()) {
      if (tasks.some((task) => task.sid === sid)) continue;
      seen.delete(sid);
      if (sender.transfers.get(sid) !== undefined) sender.transfers.dispatch(sid, { type: 'gone' });
      if (receiver.receptions.get(sid) !== undefined) receiver.receptions.dispatch(sid, { type: 'gone' });
    }
    for (const [sid] of receiver.receptions.entries()) {
      const expected = receiver.attributionOf(sid)?.originalTaskSid;
      // In wrap-up it is the call as B had it before.
      if (tasks.some(({ taskSid, status }) => taskSid === expected && status !== 'wrapping')) {
        receiver.receptions.dispatch(sid, { type: 'call_arrived' });
      }
    }
    isFirst = false;
  };

  const look = oneAtATime(pass);
  const ends = [
    flex.onTasks(look),
    sender.transfers.subscribe(look),
    receiver.receptions.subscribe(look),
    flex.onTransferEnded((sid, how, to) => {
      sender.transfers.dispatch(sid, { type: 'transfer_ended', how, to });
    }),
    timers.clear,
  ];
  look();
  return () => {
    ends.forEach((end) => {
      end();
    });
  };
}

function observeCall(
  { sender, settings }: Means,
  task: AgentTask,
  before: Seen | undefined,
  now: Seen,
): void {
  const { transfers } = sender;
  const transfer = transfers.get(task.sid);
  const isLive = task.status === 'accepted' || task.status === 'wrapping';
  if (transfer !== undefined && task.status === 'accepted') transfers.dispatch(task.sid, { type: 'back' });
  // A call this page saw being offered can have no transfer of ours yet.
  if (task.isCall && before === undefined && isLive && settings() !== undefined) {
    transfers.dispatch(task.sid, { type: 'found' });
  }
  if (now.mark !== undefined && now.mark.attemptId !== before?.mark?.attemptId) {
    transfers.dispatch(task.sid, { type: 'marked', ...now.mark });
  }
  if (transfer !== undefined && task.status !== 'accepted') transfers.dispatch(task.sid, { type: 'left' });
}

function observeAttribution({ receiver }: Means, task: AgentTask, before: Seen | undefined): void {
  const { receptions } = receiver;
  const isWrapping = task.status === 'wrapping';
  const isTaken = isWrapping || task.status === 'accepted';
  // Before this page was there, or on another page of B's.
  const isFound = isTaken && task.status !== before?.status && receptions.get(task.sid) === undefined;
  if (isFound) receptions.dispatch(task.sid, { type: 'found', isWrapping });
}

/** Runs `pass`, and once more if it was asked for meanwhile, because what it does makes others ask. */
function oneAtATime(pass: () => void): () => void {
  let asked = 0;
  return () => {
    asked += 1;
    if (asked > 1) return;
    try {
      for (let done = 0; done < asked; done += 1) pass();
    } finally {
      asked = 0;
    }
  };
}
