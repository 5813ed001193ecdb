import type { Centre } from '../support/centre';
import { acceptCall } from '../support/conferenceInstruction';
import type { Service } from '../support/service';

/** Of ten pages so many come back in time; the others much later. */
const OF_TEN_BACK = 6;
const LOADING_MS = 3_000;
const LATE_MS = 45_000;

/** What the agents' pages do while time passes: those that are back accept pings, and whoever is free takes calls. */
export async function actAsPages(centre: Centre, service: Service, droppedAt: number): Promise<void> {
  const { local, client, sids } = centre;
  const engine = local.engine.workspace(sids.workspaceSid);
  const waited = local.clock.now() - droppedAt;
  if (waited < LOADING_MS) return;
  const isLate = waited >= LATE_MS;
  if (isLate) comeBackLate(centre);
  for (const { sid, taskSid, workerSid, reservationStatus } of engine.reservations.list()) {
    if (reservationStatus !== 'pending' || !(isLate || isQuick(workerSid))) continue;
    const isPing = engine.tasks.get(taskSid).attributes.includes('disconnectedTaskSid');
    const accepted = isPing
      ? client.taskrouter.v1
          .workspaces(sids.workspaceSid)
          .tasks(taskSid)
          .reservations(sid)
          .update({ reservationStatus: 'accepted' })
      : acceptCall(centre, { taskSid, reservationSid: sid }, service.url);
    // Whose answer is lost clicks again.
    await accepted.catch(() => undefined);
  }
}

const isQuick = (workerSid: string): boolean => parseInt(workerSid.slice(-4), 16) % 10 < OF_TEN_BACK;

/** Agents whom the service had set Offline choose to take calls again. */
function comeBackLate({ local, sids }: Centre): void {
  const engine = local.engine.workspace(sids.workspaceSid);
  const available = sids.activities['Available'] ?? '';
  for (const { sid, activitySid, friendlyName } of engine.workers.list()) {
    if (friendlyName.startsWith('agent') && activitySid !== available) {
      engine.workers.update(sid, { activitySid: available });
    }
  }
}
