import type { TunnelSession } from '../../twilsock/tunnel';

/** One object a client wants to hear of. */
export interface SubscriptionRequest {
  readonly objectSid: string;
  readonly objectType: string;
  /** The newest event the client knows; undefined when it didn't say. */
  readonly lastEventId: number | undefined;
  /** Of a live query: its table and expression, by which one that was forgotten comes back. */
  readonly indexName: string | undefined;
  readonly queryString: string | undefined;
  /** 3 for twilio-sync 2, 4 for twilio-sync 3; echoed in every event. */
  readonly protocolVersion: number;
  readonly session: TunnelSession;
}

/** What a client hears until it cancels or goes. */
export interface Subscription {
  /** The newest event the client has been sent or knew. */
  readonly lastEventId: number;
  cancel(): void;
}

/** Something with a SID that clients subscribe to. */
export interface SubscriptionSource {
  readonly objectTypes: readonly string[];
  /** Sends what the client missed and then every change. Throws TwilioError when there is no such object. */
  establish(request: SubscriptionRequest): Subscription;
}
