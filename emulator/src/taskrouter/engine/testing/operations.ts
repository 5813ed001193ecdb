import fc from 'fast-check';
import { TwilioError } from '../../../kernel/twilioError';
import type { ContactCentre } from './createContactCentre';

/** One thing a user, an agent or time does to a contact centre; `pick` chooses whom or what it is done to. */
export interface Operation {
  readonly kind: keyof typeof CARRY_OUT;
  readonly pick: number;
  readonly level: number;
}

const choose = <T>(items: readonly T[], pick: number): T | undefined => items[pick % items.length];

const reservation =
  (reservationStatus: string) =>
  ({ workspace }: ContactCentre, { pick }: Operation): void => {
    const chosen = choose(workspace.reservations.list(), pick);
    if (chosen) workspace.reservations.update(chosen.sid, { reservationStatus });
  };

const task =
  (assignmentStatus: string) =>
  ({ workspace }: ContactCentre, { pick }: Operation): void => {
    const chosen = choose(workspace.tasks.list(), pick);
    if (chosen) workspace.tasks.update(chosen.sid, { assignmentStatus });
  };

const CARRY_OUT = {
  create: ({ createTask, workspace }: ContactCentre, { pick, level }: Operation): void => {
    const target = pick % 7 === 0 ? choose(workspace.workers.list(), pick) : undefined;
    createTask({
      priority: level,
      timeout: 600,
      taskChannel: pick % 2 === 0 ? 'default' : 'chat',
      attributes: { level },
      ...(target ? { routingTarget: target.sid } : {}),
    });
  },
  accept: reservation('accepted'),
  reject: reservation('rejected'),
  wrap: reservation('wrapping'),
  complete: reservation('completed'),
  wrapTask: task('wrapping'),
  completeTask: task('completed'),
  cancelTask: task('canceled'),
  deleteTask: ({ workspace }: ContactCentre, { pick }: Operation): void => {
    const chosen = choose(workspace.tasks.list(), pick);
    if (chosen) workspace.tasks.delete(chosen.sid);
  },
  changeTask: ({ workspace }: ContactCentre, { pick, level }: Operation): void => {
    const chosen = choose(workspace.tasks.list(), pick);
    if (chosen) workspace.tasks.update(chosen.sid, { priority: level, attributes: `${chosen.attributes} ` });
  },
  move: ({ workspace }: ContactCentre, { pick, level }: Operation): void => {
    const worker = choose(workspace.workers.list(), pick);
    const activity = choose(workspace.activities.list(), level);
    if (worker && activity) workspace.workers.update(worker.sid, { activitySid: activity.sid });
  },
  train: ({ workspace }: ContactCentre, { pick, level }: Operation): void => {
    const worker = choose(workspace.workers.list(), pick);
    if (worker) workspace.workers.update(worker.sid, { attributes: JSON.stringify({ level }) });
  },
  grow: ({ workspace }: ContactCentre, { pick, level }: Operation): void => {
    const worker = choose(workspace.workers.list(), pick);
    if (worker) workspace.workerChannels.update(worker.sid, 'default', { capacity: level });
  },
  transfer: ({ workspace }: ContactCentre, { pick, level }: Operation): void => {
    const chosen = choose(
      workspace.reservations.list().filter(({ reservationStatus }) => reservationStatus === 'accepted'),
      pick,
    );
    const to = choose([...workspace.workers.list(), ...workspace.taskQueues.list()], level + pick);
    if (!chosen || !to) return;
    const { sid: reservationSid, taskSid, workerSid } = chosen;
    const mode = level % 2 === 0 ? 'COLD' : 'WARM';
    workspace.transfers.start({ reservationSid, taskSid, workerSid, to: to.sid, mode });
  },
  cancelTransfer: ({ workspace }: ContactCentre, { pick }: Operation): void => {
    const chosen = choose(workspace.transfers.list(), pick);
    if (chosen) workspace.transfers.cancel(chosen.sid, chosen.initiatingWorkerSid);
  },
  wait: ({ clock }: ContactCentre, { level }: Operation): Promise<void> => clock.advance(level * 20_000),
} satisfies Record<string, (centre: ContactCentre, operation: Operation) => void | Promise<void>>;

const kinds: (keyof typeof CARRY_OUT)[] = ['create', 'create', 'accept', 'accept', 'transfer'];
for (const kind in CARRY_OUT) if (isKind(kind)) kinds.push(kind);

function isKind(kind: string): kind is keyof typeof CARRY_OUT {
  return kind in CARRY_OUT;
}

/** Any sequence of operations, creating and accepting more often than the rest. */
export const anyOperations = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(1000), level: fc.nat(4) }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

/** Does one operation; what Twilio would refuse just doesn't happen. */
export async function carryOut(centre: ContactCentre, operation: Operation): Promise<void> {
  try {
    await CARRY_OUT[operation.kind](centre, operation);
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
  }
}
