import type { ConversationEngine } from '../../conversations';
import type { Clock } from '../../kernel/clock';
import type { Random } from '../../kernel/random';
import { notFound } from '../../kernel/twilioError';
import type { TaskRouterEngine } from '../../taskrouter/engine';
import type { Channel, ChannelParticipant, ChannelTransfer, Interaction, Invite } from './model';

export interface InteractionChange {
  readonly type: 'participant.added' | 'participant.removed';
  readonly channel: Channel;
  readonly participant: ChannelParticipant;
}

/** What all operations share. */
export interface InteractionState {
  readonly clock: Clock;
  readonly random: Random;
  readonly taskRouter: TaskRouterEngine;
  readonly conversations: ConversationEngine;
  /** The Conversations identity of a worker. */
  readonly identityOf: (workspaceSid: string, workerSid: string) => string;
  readonly interactions: Map<string, Interaction>;
  /** Channels by the SIDs of their tasks. */
  readonly byTask: Map<string, Channel>;
  tell(change: InteractionChange): void;
}

/** Each throws 404 / 20404 for what there isn't. */
export function findInteraction({ interactions }: InteractionState, sid: string): Interaction {
  const found = interactions.get(sid);
  if (!found) throw notFound(`/v1/Interactions/${sid}`);
  return found;
}

export function findChannel(state: InteractionState, interactionSid: string, sid: string): Channel {
  const { channel } = findInteraction(state, interactionSid);
  if (channel.sid !== sid) throw notFound(`/v1/Interactions/${interactionSid}/Channels/${sid}`);
  return channel;
}

const inChannel =
  <T>(segment: string, of: (channel: Channel) => ReadonlyMap<string, T>) =>
  (channel: Channel, sid: string): T => {
    const found = of(channel).get(sid);
    if (!found)
      throw notFound(`/v1/Interactions/${channel.interactionSid}/Channels/${channel.sid}/${segment}/${sid}`);
    return found;
  };

export const findInvite = inChannel<Invite>('Invites', ({ invites }) => invites);
export const findParticipant = inChannel<ChannelParticipant>(
  'Participants',
  ({ participants }) => participants,
);
export const findTransfer = inChannel<ChannelTransfer>('Transfers', ({ transfers }) => transfers);
