import { createTimers, type Timers } from './timers';

/**
 * Pure rules: what an event makes of a state, and what has to be done. Undefined is the state of what is not there; any other
 * is plain data.
 */
export type Transition<State, Event, Command> = (
  state: State | undefined,
  event: Event,
) => { readonly state: State | undefined; readonly commands: readonly Command[] };

/** State machines by key, all of one kind. */
export interface Machines<Key, State, Event> {
  get(key: Key): State | undefined;
  entries(): readonly (readonly [Key, State])[];
  dispatch(key: Key, event: Event): void;
  /** Told after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Forgets everything and stops all timers. */
  stop(): void;
}

interface Rules<Key, State, Event, Command> {
  readonly transition: Transition<State, Event, Command>;
  /** Does what a command says, and dispatches what comes of it later. */
  readonly carryOut: (key: Key, command: Command, timers: Timers) => void;
  /** Nothing is to happen any more by itself: timers are stopped. */
  readonly isOver: (state: State) => boolean;
}

/** Runs pure rules: keeps the states and the timers, and has the commands carried out. */
export function runMachines<Key, State, Event, Command>({
  transition,
  carryOut,
  isOver,
}: Rules<Key, State, Event, Command>): Machines<Key, State, Event> {
  const states = new Map<Key, State>();
  const timers = new Map<Key, Timers>();
  const listeners = new Set<() => void>();

  const keep = (key: Key, state: State | undefined): Timers => {
    if (state === undefined) states.delete(key);
    else states.set(key, state);
    const own = timers.get(key) ?? createTimers();
    if (state === undefined || isOver(state)) {
      own.clear();
      timers.delete(key);
    } else timers.set(key, own);
    return own;
  };

  return {
    get: (key) => states.get(key),
    entries: () => [...states],
    dispatch: (key, event) => {
      const before = states.get(key);
      const { state: after, commands } = transition(before, event);
      // An equal state is no change: a listener that asks again after each change would ask for ever.
      const state = JSON.stringify(after) === JSON.stringify(before) ? before : after;
      const own = keep(key, state);
      for (const command of commands) carryOut(key, command, own);
      if (state !== before)
        listeners.forEach((tell) => {
          tell();
        });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      timers.forEach((own) => {
        own.clear();
      });
      timers.clear();
      states.clear();
      listeners.clear();
    },
  };
}
