/**
 * Flex's Interactions as plain data: an interaction has one channel, the channel a conversation, invites that are
 * TaskRouter tasks, and participants. Dates are milliseconds since 1970.
 */

/** Channels that are conversations; email and voice are not among them here. */
export const CHANNEL_TYPES = ['web', 'chat', 'sms', 'whatsapp', 'messenger', 'gbm'] as const;

export type ChannelType = (typeof CHANNEL_TYPES)[number];

export type ChannelStatus = 'setup' | 'active' | 'inactive' | 'closed' | 'failed';

export interface Channel {
  readonly sid: string;
  readonly interactionSid: string;
  readonly type: ChannelType;
  status: ChannelStatus;
  readonly conversationSid: string;
  /** In order of creation, by SID. */
  readonly invites: Map<string, Invite>;
  readonly participants: Map<string, ChannelParticipant>;
  readonly transfers: Map<string, ChannelTransfer>;
}

export interface Interaction {
  readonly sid: string;
  readonly channel: Channel;
  /** As it was asked for; null for an interaction without routing. */
  readonly webhookTtid: string | null;
  readonly contextSid: string | null;
}

/** An invitation to agents: the task by which TaskRouter finds one. */
export interface Invite {
  readonly sid: string;
  readonly workspaceSid: string;
  readonly taskSid: string;
}

export interface AgentRouting {
  readonly workspaceSid: string;
  readonly taskSid: string;
  readonly workerSid: string;
  readonly reservationSid: string;
}

export interface ChannelParticipant {
  /** UT… */
  readonly sid: string;
  readonly type: 'agent' | 'customer' | 'supervisor';
  /** The participant of the conversation this is. */
  readonly conversationParticipantSid: string;
  readonly identity: string | null;
  /** Of agents. */
  readonly routing: AgentRouting | null;
  /** Closed once it has left the channel. */
  isClosed: boolean;
}

export interface ChannelTransfer {
  /** UX… */
  readonly sid: string;
  readonly instanceSid: string | null;
  /** The agent's participant, UT… */
  readonly from: string;
  /** WK…, WQ… or WW… */
  readonly to: string;
  readonly inviteSid: string;
  readonly noteSid: string | null;
  readonly summarySid: string | null;
  readonly executionSid: string;
  status: 'active' | 'completed' | 'failed';
  readonly dateCreated: number;
  dateUpdated: number;
}
