import { listAll, type Clock, type TwilioApi } from '@patchbay/shared';
import { ReservationSid, type TaskSid, type WorkspaceSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';

const DAY_MS = 86_400_000;
/** As far as TaskRouter's events are whole (OpenAPI: older ones are redacted). */
const BACK_MS = 30 * DAY_MS;

const Created = z.object({ resource_sid: ReservationSid });
const Live = z.object({ sid: ReservationSid });

/**
 * Every reservation a task ever had: by TaskRouter's events, because finished tasks vanish after 5 minutes, and by the task
 * itself when no event is there yet. 1 read, or 2.
 */
export async function reservationsOf(
  api: TwilioApi,
  workspaceSid: WorkspaceSid,
  taskSid: TaskSid,
  clock: Clock,
): Promise<readonly ReservationSid[]> {
  const workspace = `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}`;
  const events = await listAll(api, `${workspace}/Events`, {
    TaskSid: taskSid,
    EventType: 'reservation.created',
    StartDate: new Date(clock.now() - BACK_MS).toISOString().replace(/\.\d+/, ''),
  });
  const created = sidsIn(events, (event) => Created.safeParse(event).data?.resource_sid);
  if (created.length > 0) return created;
  const live = await listAll(api, `${workspace}/Tasks/${taskSid}/Reservations`, {});
  return sidsIn(live, (reservation) => Live.safeParse(reservation).data?.sid);
}

const sidsIn = (
  items: readonly unknown[],
  sidOf: (item: unknown) => ReservationSid | undefined,
): readonly ReservationSid[] => [...new Set(items.map(sidOf).filter((sid) => sid !== undefined))];
