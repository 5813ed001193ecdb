import type { TwilioApi, TwilioCall } from '@patchbay/shared';

/** A process that stops before one of its requests to Twilio until the test lets it go on. */
export interface Gate {
  readonly through: (api: TwilioApi) => TwilioApi;
  /** Resolves when the process stands before that request. */
  readonly reached: Promise<void>;
  open(): void;
}

export function gateBefore(isTheOne: (call: TwilioCall) => boolean): Gate {
  let arrive = (): void => undefined;
  let open = (): void => undefined;
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    through: (api) => async (call) => {
      if (isTheOne(call)) {
        arrive();
        await opened;
      }
      return api(call);
    },
    reached,
    open: () => {
      open();
    },
  };
}
