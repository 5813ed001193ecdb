import type { Call } from '../model';
import type { VoiceState } from '../state';

/** One errand of a leg: void as soon as the leg is sent elsewhere or ends. */
export interface Run {
  readonly state: VoiceState;
  readonly call: Call;
  readonly errand: number;
  /** Where its TwiML came from: relative URLs are relative to it. */
  baseUrl: string | null;
  /** Verbs since the last that took time. */
  inARow: number;
}

/** What comes after a verb: the next one, another document, or nothing: the leg is elsewhere or hung up. */
export type Step =
  | 'next'
  | 'stop'
  | {
      readonly url: string;
      readonly method: 'GET' | 'POST';
      readonly form?: Readonly<Record<string, string>>;
    };

/** Whether the leg still goes about this errand. */
export const isCurrent = ({ call, errand }: Run): boolean => call.errand === errand;

/** Waits in virtual time. */
export const pause = ({ state }: Run, ms: number): Promise<void> =>
  new Promise((resolve) => {
    state.clock.schedule(ms, resolve);
  });
