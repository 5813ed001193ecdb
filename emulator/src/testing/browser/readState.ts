import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import type { AdminClient } from './adminClient';

/** A task as TaskRouter has it now. */
export interface SeenTask {
  readonly sid: string;
  readonly status: string;
  readonly channel: string;
  readonly reason: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface SeenReservation {
  readonly sid: string;
  readonly taskSid: string;
  /** Friendly name. */
  readonly worker: string;
  readonly status: string;
}

export interface SeenTransfer {
  readonly taskSid: string;
  readonly mode: string;
  /** WK… or WQ…. */
  readonly to: string;
  readonly status: string;
}

export interface SeenWorker {
  readonly sid: string;
  readonly name: string;
  readonly activity: string;
  /** Tasks accepted and not completed, by the channel's unique name. */
  readonly assigned: Readonly<Record<string, number>>;
}

/** What the newest workspace holds: tasks, reservations and transfers in the order they came to be. */
export interface SeenState {
  readonly tasks: readonly SeenTask[];
  readonly reservations: readonly SeenReservation[];
  readonly transfers: readonly SeenTransfer[];
  readonly workers: readonly SeenWorker[];
}

type Row = Readonly<Record<string, unknown>>;

const text = (row: Row, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : '';
};

const rows = (parent: Row, name: string): readonly Row[] => {
  const value = parent[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
};

const readTask = (row: Row): SeenTask => {
  const attributes = readJson(text(row, 'attributes'));
  return {
    sid: text(row, 'sid'),
    status: text(row, 'assignmentStatus'),
    channel: text(row, 'taskChannelUniqueName'),
    reason: typeof row['reason'] === 'string' ? row['reason'] : null,
    attributes: isObject(attributes) ? attributes : {},
  };
};

const readWorker = (row: Row): SeenWorker => ({
  sid: text(row, 'sid'),
  name: text(row, 'friendlyName'),
  activity: text(row, 'activityName'),
  assigned: Object.fromEntries(
    rows(row, 'channels').map((channel) => [
      text(channel, 'taskChannelUniqueName'),
      Number(channel['assignedTasks']),
    ]),
  ),
});

/** Asks the local Twilio what its newest workspace holds. */
export async function readState(admin: AdminClient): Promise<SeenState> {
  const dump = await admin.get('scenario');
  const workspace = isObject(dump) ? rows(dump, 'workspaces').at(-1) : undefined;
  if (workspace === undefined) throw new Error('The local Twilio has no workspace.');
  return {
    tasks: rows(workspace, 'tasks').map(readTask),
    reservations: rows(workspace, 'reservations').map((row) => ({
      sid: text(row, 'sid'),
      taskSid: text(row, 'taskSid'),
      worker: text(row, 'workerName'),
      status: text(row, 'reservationStatus'),
    })),
    transfers: rows(workspace, 'transfers').map((row) => ({
      taskSid: text(row, 'taskSid'),
      mode: text(row, 'mode'),
      to: text(row, 'to'),
      status: text(row, 'status'),
    })),
    workers: rows(workspace, 'workers').map(readWorker),
  };
}
