import type { Frame } from '../../taskrouter/bridge/frames/frame';
import type { InteractionChange } from '../engine/state';
import { showParticipantWithMedia } from '../show';

/**
 * `participant.added` and `participant.removed` to the agent it is about, without which Flex UI waits in vain for what
 * it asked for (cbm-sdk, `removeParticipant`). The SDK finds the task by the participant's own `routing_properties`.
 */
export const tellWorkers =
  (send: (frame: Frame) => void) =>
  ({ type, channel, participant }: InteractionChange): void => {
    if (!participant.routing) return;
    const shown = showParticipantWithMedia(channel, participant);
    send({
      workerSid: participant.routing.workerSid,
      eventType: type,
      payload: { ...shown, participant_sid: participant.sid },
    });
  };
