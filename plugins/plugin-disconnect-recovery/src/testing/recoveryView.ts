import type { RecoveryView } from '@patchbay/shared/contracts';
import { conferenceSid, taskSid, workerSid } from '@patchbay/plugin-kit/testing';

/** When everything happens. */
export const NOON = Date.parse('2026-03-02T12:00:00Z');
const at = (seconds: number): string => new Date(NOON + seconds * 1_000).toISOString();

/** Alice has dropped, and is being asked back. */
export const recoveryView = (about: Partial<RecoveryView> = {}): RecoveryView => ({
  taskSid: taskSid('dropped'),
  recoveryId: 'recovery-1',
  conferenceSid: conferenceSid('one'),
  phase: 'pinging',
  outcome: null,
  workerSid: workerSid('alice'),
  workerName: 'Alice Adams',
  ping: 'sent',
  pingTaskSid: taskSid('ping'),
  reconnectTaskSid: null,
  receivingWorkerSid: null,
  droppedAt: at(0),
  announcedAt: at(1),
  pingSentAt: at(1),
  pingEndedAt: null,
  enqueuedAt: null,
  queuedAt: null,
  endedAt: null,
  msToAnnouncement: 1_000,
  msToReconnect: null,
  ...about,
});

/** She is back on the call. */
export const reconnected = (about: Partial<RecoveryView> = {}): RecoveryView =>
  recoveryView({
    phase: 'ended',
    outcome: 'reconnected',
    ping: 'accepted',
    receivingWorkerSid: workerSid('alice'),
    endedAt: at(7),
    msToReconnect: 7_000,
    ...about,
  });
