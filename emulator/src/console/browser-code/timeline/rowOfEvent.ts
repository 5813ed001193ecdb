import { numberAt, recordAt, textAt } from '../read';
import { shortSid, type Kind, type Row } from './row';

/** `{worker}` and `{to}` stand for names; what isn't listed is told by its Twilio name. */
const PHRASES: Readonly<Record<string, string>> = {
  'task.created': 'A task begins',
  'task.updated': 'The task was changed',
  'task.wrapup': 'The task is in wrap-up',
  'task.completed': 'The task is completed',
  'task.canceled': 'The task is canceled',
  'workflow.entered': 'The workflow {workflow} takes it',
  'workflow.target-matched': 'It is for {queue}',
  'workflow.skipped': 'Nobody could take it, the workflow goes on',
  'workflow.timeout': 'Nobody took it in time, the workflow goes on',
  'task-queue.entered': 'The task waits in {queue}',
  'task-queue.timeout': 'It waited too long in {queue}',
  'task-queue.moved': 'The task moves to {queue}',
  'reservation.created': 'Offered to {worker}',
  'reservation.accepted': '{worker} accepts',
  'reservation.rejected': '{worker} declines',
  'reservation.timeout': '{worker} did not answer',
  'reservation.canceled': 'The offer to {worker} is taken back',
  'reservation.rescinded': 'Somebody else was quicker than {worker}',
  'reservation.wrapup': '{worker} is in wrap-up',
  'reservation.completed': '{worker} completes',
  'task.transfer-initiated': '{worker} transfers to {to}',
  'task.transfer-attempt-failed': 'Nobody took the transfer to {to} yet',
  'task.transfer-completed': 'The transfer to {to} is through',
  'task.transfer-failed': 'The transfer to {to} failed',
  'task.transfer-canceled': '{worker} cancels the transfer to {to}',
  'worker.activity.update': '{worker}: {activity}',
};

/** A task, and its way through workflow and queues. */
const ABOUT_TASK =
  /^(task\.|task-queue\.(entered|timeout|moved)$|workflow\.(entered|target-matched|timeout|skipped)$)/;

const kindOf = (type: string): Kind => {
  if (type.startsWith('task.transfer-')) return 'transfer';
  if (type.startsWith('reservation.')) return 'reservation';
  if (type.startsWith('worker.') && !/created|deleted/.test(type)) return 'worker';
  return ABOUT_TASK.test(type) ? 'task' : 'setup';
};

/** A TaskRouter event as a line. */
export function rowOfEvent(event: unknown, names: ReadonlyMap<string, string>): Row {
  const type = textAt(event, 'type') ?? '';
  const to = textAt(recordAt(event, 'transfer'), 'to') ?? '';
  const values: Readonly<Record<string, string | undefined>> = {
    worker: textAt(recordAt(event, 'worker'), 'name'),
    to: names.get(to) ?? shortSid(to),
    queue: textAt(event, 'queue'),
    workflow: textAt(event, 'workflow'),
    activity: textAt(event, 'activity'),
  };
  const task = recordAt(event, 'task');
  const text = (PHRASES[type] ?? type).replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '?');
  const queue = values['queue'] ?? '';
  const details = [
    textAt(task, 'channel'),
    text.includes(queue) ? undefined : queue,
    textAt(recordAt(event, 'transfer'), 'mode'),
    shortSid(textAt(task, 'sid') ?? ''),
  ];
  return {
    feed: 'events',
    sequence: numberAt(event, 'sequence') ?? 0,
    at: numberAt(event, 'at') ?? 0,
    kind: kindOf(type),
    text,
    detail: details.filter((part) => part !== undefined && part !== '').join(' · '),
    full: event,
  };
}
