import type { Call, LeaveCause } from '../model';

/** Takes a leg out of wherever it is; whatever was under way for it is void. */
export function takeOut(call: Call, cause: LeaveCause): void {
  const { leave } = call;
  call.errand += 1;
  call.leave = () => undefined;
  leave(cause);
}
