import { failureFromError, type TwilioApi } from '@patchbay/shared';
import type { AttributionPorts } from '../../src/ports';
import type { Centre } from './centre';
import { portsOf } from './ports';

/** Makes the ports of one request, which stops before each of its requests to Twilio. */
export type MakePorts = () => AttributionPorts;

/** Processes of the service of which one at a time runs, from one request to Twilio to the next; 0 is the one that ran last. */
export interface Processes {
  /** Resolves when the new process stands before its first request, or is done. */
  start(work: (ports: MakePorts) => Promise<void>): Promise<void>;
  /** Lets one of those that stand send its request; resolves when it stands again, or is done. */
  goOn(which: number): Promise<void>;
  /** The same, until it is done, while the others stand. */
  overtake(which: number): Promise<void>;
  /** One of those that stand never runs again, and nothing is cleaned up. */
  kill(which: number): void;
  /** Lets all run to their ends. */
  finish(): Promise<void>;
}

interface Observer {
  /** A process has come to its next request, or to its end. */
  readonly onRest: () => void;
  /** A process has failed in a way that the service does not provide for. */
  readonly onCrash: (error: unknown) => void;
}

export function interleave(centre: Centre, { onRest, onCrash }: Observer): Processes {
  /** One for each living process; between two steps none runs. */
  const standing: (() => void)[] = [];
  let wake = (): void => undefined;
  const rest = (): void => {
    onRest();
    wake();
  };
  const untilRest = (run: () => void): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      run();
    });
  const through =
    (api: TwilioApi): TwilioApi =>
    async (call) => {
      await new Promise<void>((resolve) => {
        standing.push(resolve);
        rest();
      });
      return api(call);
    };
  // One that stands again stands last: it is the newest then.
  const take = (which: number) => {
    const { length } = standing;
    return standing.splice(length - 1 - (which % Math.max(1, length)), 1)[0];
  };
  const goOn = async (which: number): Promise<void> => {
    const next = take(which);
    if (next !== undefined) await untilRest(next);
  };
  return {
    start: (work) =>
      untilRest(() => {
        void work(() => portsOf(centre, {}, through))
          .catch((error: unknown) => {
            if (failureFromError(error).code === 'internal') onCrash(error);
          })
          .then(rest);
      }),
    goOn,
    async overtake(which) {
      const living = standing.length;
      await goOn(which);
      while (living > 0 && standing.length === living) await goOn(0);
    },
    kill: (which) => {
      take(which);
    },
    async finish() {
      while (standing.length > 0) await goOn(standing.length - 1);
    },
  };
}
