import type { Frame } from '../../taskrouter/bridge/frames/frame';
import type { ReservationStatus } from '../../taskrouter/engine/model';
import { everyWorkspace } from '../everyWorkspace';
import type { VoiceListener } from '../events';
import type { Participant } from '../model';
import type { VoiceState } from '../state';
import { showParticipant } from './showParticipant';

const LIVE: readonly ReservationStatus[] = ['pending', 'accepted', 'wrapping'];

/** Who has the task in front of him. */
function workersOf(state: VoiceState, taskSid: string): readonly string[] {
  const workers = everyWorkspace(state)
    .filter(({ tasks }) => tasks.find(taskSid) !== undefined)
    .flatMap(({ reservations }) => reservations.ofTask(taskSid))
    .filter(({ reservationStatus }) => LIVE.includes(reservationStatus))
    .map(({ workerSid }) => workerSid);
  return [...new Set(workers)];
}

/** Tells the workers on a call of its participants: `participant.added`, `.modified`, `.removed`. */
export const tellWorkers =
  (state: VoiceState, send: (frame: Frame) => void): VoiceListener =>
  (event) => {
    const tell = (participant: Participant, what: 'added' | 'modified' | 'removed', told: string): void => {
      // A task's conference bears its SID as its name.
      const { friendlyName: taskSid } = participant.conference;
      if (!taskSid.startsWith('WT')) return;
      const payload = showParticipant(state.context.accountSid, taskSid, participant, told);
      for (const workerSid of workersOf(state, taskSid)) {
        send({ workerSid, eventType: `participant.${what}`, payload });
      }
    };
    if (event.type === 'participant-joined') tell(event.participant, 'added', 'participant-join');
    else if (event.type === 'participant-changed') tell(event.participant, 'modified', 'participant-modify');
    else if (event.type === 'participant-left') tell(event.participant, 'removed', 'participant-leave');
  };
