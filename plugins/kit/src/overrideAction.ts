import type * as Flex from '@twilio/flex-ui';
import { ReservationSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

/** As much of Flex's actions as is replaced here. */
export type FlexActions = Pick<typeof Flex.Actions, 'replaceAction'>;

type Pass = () => Promise<unknown>;

/** Puts `run` in front of an action; `pass` goes on with the payload as it was given. */
export function overrideAction(
  actions: FlexActions,
  name: string,
  run: (payload: unknown, pass: Pass) => Promise<unknown>,
): void {
  actions.replaceAction(name, (payload, original, next) => {
    // `next` is the plugin below this one; `original` would skip it (Flex UI 2.17, Actions.invokeReplacedActions).
    const rest: (payload: unknown) => Promise<unknown> = next ?? original;
    return run(payload, () => rest(payload));
  });
}

const Sided = z.object({ sid: ReservationSid });
const Payload = z.union([Sided, z.object({ task: Sided })]);

/**
 * The reservation a payload is about, which names it by `sid` or by `task`. Flex fills in the one from the other, but not
 * in what a plugin above this one passes on.
 */
export function readReservation(payload: unknown): ReservationSid | undefined {
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) return undefined;
  return 'sid' in parsed.data ? parsed.data.sid : parsed.data.task.sid;
}
