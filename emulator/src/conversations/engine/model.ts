/**
 * Twilio Conversations' resources as plain data: immutable snapshots, replaced by every change. Dates are
 * milliseconds since 1970, `attributes` is the JSON text as written (`{}` when none was).
 */
interface Dated {
  readonly sid: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
}

export type ConversationState = 'initializing' | 'active' | 'inactive' | 'closed';

export interface Conversation extends Dated {
  readonly friendlyName: string | null;
  readonly uniqueName: string | null;
  readonly attributes: string;
  readonly state: ConversationState;
  readonly stateUpdated: number;
  /** The identity of who made it, or `system`. */
  readonly createdBy: string;
}

/** How a participant without the Conversations SDK is reached, e.g. by SMS. */
export interface MessagingBinding {
  readonly type: string;
  readonly address: string | null;
  readonly proxyAddress: string | null;
  readonly projectedAddress: string | null;
}

export interface Participant extends Dated {
  readonly conversationSid: string;
  /** Of a chat participant; null for one who is reached by a messaging binding alone. */
  readonly identity: string | null;
  readonly binding: MessagingBinding | null;
  readonly attributes: string;
  readonly roleSid: string;
  /** The read horizon: index of the last message read; null before it is set. */
  readonly lastReadMessageIndex: number | null;
  readonly lastReadTimestamp: number | null;
  readonly notificationLevel: 'default' | 'muted';
}

export interface Message extends Dated {
  readonly conversationSid: string;
  /** Grows by one per message; a removed message leaves a gap. */
  readonly index: number;
  readonly author: string;
  readonly participantSid: string | null;
  readonly body: string | null;
  readonly subject: string | null;
  readonly attributes: string;
  readonly lastUpdatedBy: string | null;
}

export interface User extends Dated {
  readonly identity: string;
  /** Whether a client of this user is connected. */
  readonly isOnline: boolean;
  readonly friendlyName: string | null;
  readonly attributes: string;
  readonly roleSid: string;
}

/** Who makes a change: a server through REST, or a person through the Conversations SDK. */
export type Source = ApiSource | { readonly type: 'SDK'; readonly identity: string };

export interface ApiSource {
  readonly type: 'API';
  /** Whether webhooks are to fire, as the header `X-Twilio-Webhook-Enabled` asks; REST's own changes fire none. */
  readonly webhooks: boolean;
}

/** A server that asks for no webhooks. */
export const API: Source = { type: 'API', webhooks: false };
