import type { ReservationSid, TaskSid } from '@patchbay/shared/contracts';
import type { FlexPorts, TransferOptions } from '../flex/ports';

/** What this page remembers of a call that is being transferred, also when its task is gone from Flex. */
export interface Call {
  readonly taskSid: TaskSid;
  /** What A's click gave Flex besides the target; only on the page of that click. */
  options: TransferOptions;
}

export type Calls = Map<ReservationSid, Call>;

/** The call of a reservation; undefined when neither Flex nor this page knows it. */
export function callOf(calls: Calls, flex: FlexPorts, sid: ReservationSid): Call | undefined {
  const known = calls.get(sid);
  if (known !== undefined) return known;
  const taskSid = flex.task(sid)?.taskSid;
  if (taskSid === undefined) return undefined;
  const call = { taskSid, options: {} };
  calls.set(sid, call);
  return call;
}
