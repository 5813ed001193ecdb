import type { TunnelRoute, TunnelSession } from '../../twilsock';
import type { ConversationEngine } from '../engine';

/** The Twilsock product of Conversations (`productId` in @twilio/conversations). */
const PRODUCT = 'ip_messaging';

/** Seconds a typing client stays silent; others show it one second longer (services/typing-indicator.js). */
export const TYPING_TIMEOUT_S = 5;

/** The open connections of Conversations clients, to push to. */
export interface ChatSessions {
  /** The same routes, noticing whose connection each request comes by: after a reconnect a client asks Sync alone. */
  watch(routes: readonly TunnelRoute[]): readonly TunnelRoute[];
  ofIdentity(identity: string): readonly TunnelSession[];
}

/** @param setOnline told when the first connection of an identity opens and when its last one is gone */
export function createChatSessions(setOnline: (identity: string, isOnline: boolean) => void): ChatSessions {
  const open = new Map<string, TunnelSession>();

  const ofIdentity = (identity: string): readonly TunnelSession[] =>
    [...open.values()].filter((session) => session.identity.identity === identity);

  const notice = (session: TunnelSession): void => {
    if (session.product !== PRODUCT || open.has(session.id)) return;
    const { identity } = session.identity;
    open.set(session.id, session);
    setOnline(identity, true);
    session.onEnd(() => {
      open.delete(session.id);
      if (ofIdentity(identity).length === 0) setOnline(identity, false);
    });
  };

  return {
    watch: (routes) =>
      routes.map((route) => ({
        ...route,
        handle: (request) => {
          notice(request.session);
          return route.handle(request);
        },
      })),
    ofIdentity,
  };
}

/** Shows everybody else in a conversation that somebody is writing. Returns the way to stop. */
export function pushTyping(engine: ConversationEngine, sessions: ChatSessions): () => void {
  return engine.onTyping((conversation, typist) => {
    for (const { identity } of engine.participants.list(conversation.sid)) {
      if (identity === null || identity === typist.identity) continue;
      for (const session of sessions.ofIdentity(identity)) {
        session.notify('twilio.ipmsg.typing_indicator', {
          channel_sid: conversation.sid,
          identity: typist.identity,
          typing_timeout: TYPING_TIMEOUT_S + 1,
        });
      }
    }
  });
}
