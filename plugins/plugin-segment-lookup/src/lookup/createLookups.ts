import { runMachines, type Machines } from '@patchbay/plugin-kit';
import { askService, type OpenClient } from './askService';
import type { LookupCommand, LookupEvent } from './event';
import { isRunning, type Lookup } from './lookup';
import { transition } from './transition';

/** Where on the page segments are looked up: in the panel, on the agent's task, on a task that a supervisor looks at. */
export type Place = 'panel' | 'task' | 'supervised';

/** One lookup per place. */
export type Lookups = Machines<Place, Lookup, LookupEvent>;

/** Runs the lookups of a page. */
export function createLookups(openClient: OpenClient): Lookups {
  const calls = new Map<Place, AbortController>();
  const callOff = (place: Place): void => {
    calls.get(place)?.abort();
    calls.delete(place);
  };
  const lookups: Lookups = runMachines<Place, Lookup, LookupEvent, LookupCommand>({
    transition,
    isOver: (lookup) => !isRunning(lookup),
    carryOut: (place, command, timers) => {
      const dispatch = (event: LookupEvent) => {
        lookups.dispatch(place, event);
      };
      switch (command.kind) {
        case 'abort':
          callOff(place);
          return;
        case 'limit':
          timers.set('limit', command.ms, () => {
            dispatch({ type: 'time_up', run: command.run });
          });
          return;
        case 'ask':
          // A timer also for at once: a later lookup replaces it, as it does one that is waiting.
          timers.set('ask', command.afterMs, () => {
            callOff(place);
            const call = new AbortController();
            calls.set(place, call);
            const { signal } = call;
            askService({ openClient, signal, dispatch }, command).catch(() => {
              // Nothing here is to reject; if it does, nobody is to wait for it.
              if (!signal.aborted)
                dispatch({ type: 'failed', run: command.run, failure: { code: 'network' } });
            });
          });
          return;
      }
    },
  });
  return lookups;
}
