import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import type { Task } from '../../taskrouter/engine';
import type { Row } from '../model';
import { uuidOf } from '../uuidOf';
import type { Journey, Part, Wait } from './journey';

/** Rows as they are loaded first, and as they are once everything is known. */
export interface LoadedRows {
  /** The agents' parts still in progress, without the time they wrapped up. */
  readonly first: readonly Row[];
  readonly final: readonly Row[];
}

const secondsBetween = (from: number, to: number): string => String(Math.round((to - from) / 1_000));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What all segments of a task have in common. */
function shared({ sid, attributes }: Task) {
  const read = readJson(attributes);
  const fields = isObject(read) ? read : {};
  const conversation = isObject(fields['conversations']) ? fields['conversations'] : {};
  return {
    external_id: sid,
    // Tasks that name the same conversation are parts of it (doc "Conversation Structure").
    conversation_id: textOf(conversation['conversation_id']) || sid,
    customer_phone: textOf(fields['from']) || textOf(fields['caller']),
    customer_name: textOf(fields['name']),
  };
}

function startOf(at: number): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  return { date, time: time.slice(0, 8) };
}

function waitRow(task: Task, { queue, startedAt, endedAt }: Wait, place: number, taskEndedAt: number): Row {
  const abandoned = endedAt === undefined && task.assignmentStatus === 'canceled';
  return {
    segment_id: uuidOf(`${task.sid} ${place}`),
    ...shared(task),
    ...startOf(startedAt),
    kind: 'Queue',
    queue,
    agent: '',
    queue_time: secondsBetween(startedAt, endedAt ?? taskEndedAt),
    abandoned: abandoned ? 'Yes' : 'No',
  };
}

function partRow(task: Task, part: Part, taskEndedAt: number): Row {
  const { reservationSid, workerSid, agent, queue, startedAt, missed, endedAt = taskEndedAt } = part;
  const wrappingAt = part.wrappingAt ?? endedAt;
  return {
    segment_id: uuidOf(reservationSid),
    ...shared(task),
    ...startOf(startedAt),
    kind: missed ? 'Missed Conversation' : 'Conversation',
    queue,
    agent,
    agent_id: workerSid,
    reservation_id: reservationSid,
    talk_time: missed ? '' : secondsBetween(startedAt, wrappingAt),
    wrap_up_time: missed ? '' : secondsBetween(wrappingAt, endedAt),
  };
}

const inProgress = (row: Row): Row =>
  row.kind === 'Conversation' ? { ...row, kind: 'Conversation in Progress', wrap_up_time: '' } : row;

/** The segments of a task that ended at an instant. */
export function toRows(task: Task, journey: Journey, endedAt: number): LoadedRows {
  const final = journey.map((segment, place) =>
    segment.kind === 'wait' ? waitRow(task, segment, place, endedAt) : partRow(task, segment, endedAt),
  );
  return { first: final.map(inProgress), final };
}
