import { runMachines, type Machines } from '@patchbay/plugin-kit';
import type { LeaveIntent, ReservationSid } from '@patchbay/shared/contracts';
import type { FlexPorts } from '../flex/ports';
import type { Service } from '../service';
import { deregister, register } from './askService';
import type { Presence, PresenceCommand, PresenceEvent } from './presence';
import { transition } from './transition';

/** An agent who hangs up is not kept longer, whatever the service does. */
export const GOODBYE_MS = 1_500;

export interface PresenceMeans {
  readonly flex: FlexPorts;
  readonly service: () => Service;
}

/** The agent's calls as the service is told of them, by the agent's reservation of each. */
export interface Presences {
  readonly machines: Machines<ReservationSid, Presence, PresenceEvent>;
  /** Tells the service that the agent leaves in order; resolves when it knows, or after a moment. Never rejects. */
  sayGoodbye(sid: ReservationSid, intent: LeaveIntent): Promise<void>;
}

/** Keeps the service told on which calls the agent is. */
export function createPresences(means: PresenceMeans): Presences {
  const { flex } = means;
  const goodbyes = new Map<ReservationSid, Promise<unknown>>();
  const machines: Presences['machines'] = runMachines<
    ReservationSid,
    Presence,
    PresenceEvent,
    PresenceCommand
  >({
    transition,
    isOver: () => false,
    carryOut: (sid, command, timers) => {
      const dispatch = (event: PresenceEvent) => {
        machines.dispatch(sid, event);
      };
      const task = flex.task(sid);
      switch (command.kind) {
        case 'register':
          if (task === undefined) return;
          void register(means, task, command.leg)
            .catch((): PresenceEvent => ({ type: 'register_failed', code: 'network' }))
            .then((event) => {
              // About a leg that is no more: the machine is registering another one.
              if (isAbout(machines.get(sid), command.leg)) dispatch(event);
            });
          return;
        case 'register_later':
          timers.set('register', command.ms, () => {
            dispatch({ type: 'due' });
          });
          return;
        case 'deregister': {
          if (task === undefined) return;
          const goodbye = deregister(means, task, command).catch(() => undefined);
          goodbyes.set(sid, goodbye);
          void goodbye.then(() => goodbyes.delete(sid));
          return;
        }
        case 'check_later':
          timers.set('check', command.ms, () => {
            const now = flex.task(sid);
            const isOn = now?.status === 'accepted';
            dispatch({
              type: 'checked',
              leg: isOn ? now.leg : undefined,
              isTransferring: now?.isTransferring === true,
            });
          });
          return;
      }
    },
  });
  return {
    machines,
    sayGoodbye: async (sid, intent) => {
      machines.dispatch(sid, { type: 'leaving', intent });
      await Promise.race([goodbyes.get(sid), pause(GOODBYE_MS)]);
    },
  };
}

const isAbout = (presence: Presence | undefined, { callSid }: { readonly callSid: string }): boolean =>
  presence?.leg?.callSid === callSid;

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
