import type { Machines } from './machines';
import { useLive } from './useLive';

/** The state of one machine, as it changes. */
export const useMachine = <Key, State, Event>(
  machines: Machines<Key, State, Event>,
  key: Key,
): State | undefined => useLive(machines, () => machines.get(key));
