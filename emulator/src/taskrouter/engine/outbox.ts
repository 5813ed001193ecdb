import type { TaskRouterEvent, TaskRouterListener } from './events';
import type { GivenInstruction } from './operations';

/** Holds events back until the change that caused them is complete, then delivers them in order. */
export interface Outbox {
  /** Runs a change; what it published is delivered when the outermost change ends. */
  readonly run: <T>(change: () => T) => T;
  readonly publish: (event: TaskRouterEvent) => void;
  readonly publishInstruction: (given: GivenInstruction) => void;
  readonly on: (listener: TaskRouterListener) => () => void;
  readonly onInstruction: (listener: (given: GivenInstruction) => void) => () => void;
}

/** An outbox for one engine: a listener may change the engine; those events follow after the ones on their way. */
export function createOutbox(): Outbox {
  const listeners = new Set<TaskRouterListener>();
  const instructionListeners = new Set<(given: GivenInstruction) => void>();
  let waiting: (() => void)[] = [];
  let depth = 0;
  let delivering = false;

  const deliver = (): void => {
    if (delivering) return;
    delivering = true;
    try {
      while (waiting.length > 0) {
        const batch = waiting;
        waiting = [];
        for (const send of batch) send();
      }
    } finally {
      delivering = false;
    }
  };

  const subscribe =
    <L>(set: Set<L>) =>
    (listener: L): (() => void) => {
      set.add(listener);
      return () => set.delete(listener);
    };

  return {
    run(change) {
      depth += 1;
      try {
        return change();
      } finally {
        depth -= 1;
        if (depth === 0) deliver();
      }
    },
    publish(event) {
      waiting.push(() => {
        for (const listener of listeners) listener(event);
      });
    },
    publishInstruction(given) {
      waiting.push(() => {
        for (const listener of instructionListeners) listener(given);
      });
    },
    on: subscribe(listeners),
    onInstruction: subscribe(instructionListeners),
  };
}
