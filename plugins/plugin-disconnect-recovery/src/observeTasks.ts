import type { ReservationSid, TaskSid } from '@patchbay/shared/contracts';
import type { AgentTask, FlexPorts } from './flex/ports';
import type { Answers } from './offers/createAnswers';
import { readOffer, readRecovered } from './offers/readOffer';
import type { Presences } from './presence/createPresences';
import type { Recoveries } from './recovery/createRecoveries';

interface Means {
  readonly flex: FlexPorts;
  readonly presences: Presences;
  readonly answers: Answers;
  readonly recoveries: Recoveries;
  /** False while the plugin is switched off: then nothing begins, and what has begun is ended. */
  readonly isOn: () => boolean;
}

interface Seen {
  readonly status: AgentTask['status'];
  readonly taskSid: TaskSid;
}

/**
 * Tells the rules what happens to the agent's tasks: calls joined and left, offers, ends, and what was there when the page was
 * loaded. Returns the way to stop.
 */
export function observeTasks(means: Means): () => void {
  const { flex, presences, answers, recoveries } = means;
  const seen = new Map<ReservationSid, Seen>();

  const look = () => {
    const tasks = flex.tasks();
    for (const task of tasks) {
      const before = seen.get(task.sid);
      seen.set(task.sid, { status: task.status, taskSid: task.taskSid });
      observeOffer(means, task, before);
      if (task.isCall) observeCall(means, task, before);
    }
    for (const [sid, { taskSid }] of seen) {
      if (tasks.some((task) => task.sid === sid)) continue;
      seen.delete(sid);
      if (presences.machines.get(sid) !== undefined) presences.machines.dispatch(sid, { type: 'gone' });
      if (answers.get(sid) !== undefined) answers.dispatch(sid, { type: 'gone' });
      if (recoveries.get(taskSid) !== undefined) recoveries.dispatch(taskSid, { type: 'gone' });
    }
  };
  const stops = [
    flex.onTasks(look),
    flex.onReady(() => {
      if (!flex.isReady()) return;
      for (const [sid] of answers.entries()) answers.dispatch(sid, { type: 'ready' });
    }),
  ];
  look();
  return () => {
    stops.forEach((stop) => {
      stop();
    });
  };
}

function observeOffer({ flex, answers, recoveries }: Means, task: AgentTask, before: Seen | undefined): void {
  if (task.status !== 'pending') {
    if (before?.status === 'pending' && answers.get(task.sid) !== undefined) {
      answers.dispatch(task.sid, { type: 'gone' });
    }
    return;
  }
  const offer = readOffer(task.attributes, flex.agent?.workerSid);
  if (before !== undefined || offer === undefined) return;
  if (offer.droppedTaskSid !== undefined) recoveries.dispatch(offer.droppedTaskSid, { type: 'pinged' });
  answers.dispatch(task.sid, { type: 'offered', kind: offer.kind, isReady: flex.isReady() });
}

function observeCall(means: Means, task: AgentTask, before: Seen | undefined): void {
  const { presences, recoveries, isOn } = means;
  const presence = presences.machines.get(task.sid);
  if (task.status === 'accepted' && task.leg !== undefined) {
    if (presence !== undefined || isOn()) {
      presences.machines.dispatch(task.sid, { type: 'on_call', leg: task.leg });
    }
    const recovered = readRecovered(task.attributes);
    if (recovered !== undefined && recoveries.get(recovered) !== undefined) {
      recoveries.dispatch(recovered, { type: 'back' });
    }
  }
  if (task.status !== 'wrapping') return;
  if (before?.status !== 'wrapping' && mayHaveDropped(means, task, before)) {
    recoveries.dispatch(task.taskSid, { type: 'found' });
  }
  // It was the customer who went.
  if (task.customerLeft && recoveries.get(task.taskSid)?.stage === 'checking') {
    recoveries.dispatch(task.taskSid, { type: 'gone' });
  }
  if (presence !== undefined) presences.machines.dispatch(task.sid, { type: 'gone' });
}

/** What a page finds in wrap-up when it is loaded always may have; what ends before its eyes only when nobody ended it. */
function mayHaveDropped(
  { flex, presences, isOn }: Means,
  task: AgentTask,
  before: Seen | undefined,
): boolean {
  if (!isOn() || task.customerLeft || flex.agent?.phone !== 'softphone') return false;
  return before === undefined || presences.machines.get(task.sid)?.stage !== 'leaving';
}
