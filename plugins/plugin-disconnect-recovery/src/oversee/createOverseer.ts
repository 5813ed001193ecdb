import { runMachines, type Machines } from '@patchbay/plugin-kit';
import { recoveriesContract } from '@patchbay/shared/contracts';
import type { Service } from '../service';
import { transition, type Overseeing, type OverseeingCommand, type OverseeingEvent } from './overseeing';

/** The recoveries of everybody; there is one list. */
export const EVERYBODY = 'everybody';
export type Overseer = Machines<typeof EVERYBODY, Overseeing, OverseeingEvent>;

/** Asks for everybody's recoveries while somebody looks; `service` is undefined while the plugin is switched off. */
export function createOverseer(service: () => Service | undefined, now: () => number): Overseer {
  let asking: AbortController | undefined;
  const callOff = () => {
    asking?.abort();
    asking = undefined;
  };
  const look = async (signal: AbortSignal): Promise<OverseeingEvent> => {
    const answer = await service()?.once.call(recoveriesContract, {}, { signal });
    if (answer?.ok === true) return { type: 'looked', recoveries: answer.body, now: now() };
    return { type: 'look_failed', code: answer?.code ?? 'aborted' };
  };
  const overseer: Overseer = runMachines<typeof EVERYBODY, Overseeing, OverseeingEvent, OverseeingCommand>({
    transition,
    isOver: ({ isWatched }) => !isWatched,
    carryOut: (key, command, timers) => {
      const lookNow = () => {
        callOff();
        asking = new AbortController();
        const { signal } = asking;
        void look(signal)
          .catch((): OverseeingEvent => ({ type: 'look_failed', code: 'network' }))
          .then((event) => {
            if (!signal.aborted) overseer.dispatch(key, event);
          });
      };
      switch (command.kind) {
        case 'look':
          lookNow();
          return;
        case 'look_later':
          timers.set('look', command.ms, lookNow);
          return;
        case 'stop':
          callOff();
          return;
      }
    },
  });
  return overseer;
}
