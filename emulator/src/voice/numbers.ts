import type { TwimlSource } from './program/followTwiml';

/** Twilio's own numbers of the account, and what each does with a call. */
export interface Numbers {
  set(number: string, voice: TwimlSource): void;
  find(number: string): TwimlSource | undefined;
  list(): readonly string[];
  /** The number that was set first: where a caller who names none calls. */
  first(): string | undefined;
}

export function createNumbers(): Numbers {
  const byNumber = new Map<string, TwimlSource>();
  return {
    set(number, voice) {
      byNumber.set(number, voice);
    },
    find: (number) => byNumber.get(number),
    list: () => [...byNumber.keys()],
    first: () => byNumber.keys().next().value,
  };
}
