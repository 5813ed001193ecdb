import type { ITask } from '@twilio/flex-ui';
import { overrideAction, readReservation, type FlexActions } from '@patchbay/plugin-kit';
import type { ReservationSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import type { FlexPorts } from '../flex/ports';
import type { Presences } from './createPresences';

interface Means {
  readonly flex: FlexPorts;
  readonly presences: Presences;
  /** False while the plugin is switched off: then only what has begun is ended. */
  readonly isOn: () => boolean;
}

/** By these an agent ends the own part in a call. */
const HANG_UPS = ['HangupCall', 'EndConferenceForAll'];

/** Tells the service before an agent hangs up, or a cold transfer really begins. Neither waits long for it. */
export function interceptLeaving(actions: FlexActions, means: Means): void {
  for (const name of HANG_UPS) {
    overrideAction(actions, name, async (payload, pass) => {
      const sid = readReservation(payload);
      if (sid === undefined || !isToldOf(sid, means)) return pass();
      await means.presences.sayGoodbye(sid, 'hangup');
      return staysIfRefused(sid, means, pass);
    });
  }
  actions.replaceAction('TransferTask', (payload, original, next) => {
    const rest: (payload: unknown) => Promise<unknown> = next ?? original;
    return rest(withGoodbye(payload, means));
  });
}

const isToldOf = (sid: ReservationSid, { flex, presences, isOn }: Means): boolean =>
  presences.machines.get(sid) !== undefined || (isOn() && flex.task(sid)?.isCall === true);

async function staysIfRefused<Answer>(
  sid: ReservationSid,
  { presences }: Means,
  leave: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await leave();
  } catch (error) {
    presences.machines.dispatch(sid, { type: 'stayed' });
    throw error;
  }
}

const Options = z.looseObject({ mode: z.optional(z.string()) });

/**
 * The payload of a transfer with a task that says goodbye when it is transferred cold. Flex's own action ends in the task's
 * `transfer` (Flex UI 2.17, WorkerActions.TransferTask); a plugin that takes the transfer over never comes there, and
 * which of the plugins was asked first does not matter.
 */
function withGoodbye(payload: unknown, means: Means): unknown {
  const sid = readReservation(payload);
  if (sid === undefined || !hasTask(payload) || !isToldOf(sid, means)) return payload;
  const { task } = payload;
  const transfer = async (to: string, options: unknown): Promise<unknown> => {
    const leave = (): Promise<unknown> => task.transfer(to, options);
    // Flex's own default (Flex UI 2.17, TaskHelper) is a warm one, in which the agent stays.
    const { success, data } = Options.safeParse(options);
    if (!success || data.mode !== 'COLD') return leave();
    await means.presences.sayGoodbye(sid, 'transfer');
    return staysIfRefused(sid, means, leave);
  };
  return { ...payload, task: Object.create(task, { transfer: { value: transfer } }) as ITask };
}

const hasTask = (payload: unknown): payload is { readonly task: Pick<ITask, 'transfer'> } =>
  typeof payload === 'object' &&
  payload !== null &&
  'task' in payload &&
  typeof payload.task === 'object' &&
  payload.task !== null &&
  'transfer' in payload.task &&
  typeof payload.task.transfer === 'function';
