import type { PingState, RecoveryView } from '@patchbay/shared/contracts';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';

/** A recovery as supervisors and the dropped agent's page see it. */
export const viewOf = ({ taskSid, conferenceSid }: Call, drop: Drop): RecoveryView => ({
  taskSid,
  recoveryId: drop.id,
  conferenceSid: conferenceSid ?? null,
  phase: drop.phase,
  outcome: drop.outcome ?? null,
  workerSid: drop.workerSid ?? null,
  workerName: drop.workerName,
  ping: pingOf(drop),
  pingTaskSid: drop.ping.taskSid ?? null,
  reconnectTaskSid: drop.reconnectTaskSid ?? null,
  receivingWorkerSid: drop.receiverSid ?? null,
  droppedAt: new Date(drop.at).toISOString(),
  announcedAt: time(drop.firstAnnouncedAt),
  pingSentAt: time(drop.pingSentAt),
  pingEndedAt: time(drop.pingEndedAt),
  enqueuedAt: time(drop.enqueuedAt),
  queuedAt: time(drop.queuedAt),
  endedAt: time(drop.endedAt),
  msToAnnouncement: since(drop.at, drop.firstAnnouncedAt),
  msToReconnect: drop.receiverSid === undefined ? null : since(drop.at, drop.endedAt),
});

const pingOf = ({ ping }: Drop): PingState => ping.state;

const time = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();

/** Twilio tells the moment of a drop in whole seconds. */
const since = (from: number, to: number | undefined): number | null =>
  to === undefined ? null : Math.max(0, to - from);
