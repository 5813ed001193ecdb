import { agentsIn, leaveChannel } from './agents';
import { closeChannel } from './closeChannel';
import type { TaskEnd } from './endTask';
import type { Channel, ChannelParticipant } from './model';
import type { InteractionState } from './state';

const LIVE = ['accepted', 'wrapping'] as const;

/**
 * Takes one participant out: his reservation, if he is an agent, is completed (`closed`) or goes to wrap-up. With
 * `closesChannel` the channel ends with its last agent (`closeChannelIfLastParticipant`, as Flex UI sends it).
 */
export function closeParticipant(
  state: InteractionState,
  channel: Channel,
  participant: ChannelParticipant,
  end: TaskEnd,
  closesChannel: boolean,
): void {
  finishReservation(state, participant, end);
  if (end === 'wrapup') return;
  leaveChannel(state, channel, participant);
  if (closesChannel && participant.type === 'agent' && agentsIn(channel).length === 0) {
    closeChannel(state, channel, 'closed', 'closed');
  }
}

function finishReservation(
  { taskRouter }: InteractionState,
  { routing }: ChannelParticipant,
  end: TaskEnd,
): void {
  if (!routing || !taskRouter.workspaces.find(routing.workspaceSid)) return;
  const { reservations } = taskRouter.workspace(routing.workspaceSid);
  const status = reservations.find(routing.reservationSid)?.reservationStatus;
  const isLive = LIVE.some((live) => live === status);
  if (!isLive || (end === 'wrapup' && status === 'wrapping')) return;
  reservations.update(routing.reservationSid, {
    reservationStatus: end === 'closed' ? 'completed' : 'wrapping',
  });
}
