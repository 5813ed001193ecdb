import type { KernelContext } from '../kernel/context';
import { forkRandom } from '../kernel/random';
import type { Product } from '../kernel/route';
import type { SyncSpace } from '../sync/space';
import type { TunnelRoute } from '../twilsock';
import { clientRoutes } from './client/clientRoutes';
import { createConversationEngine, type ConversationEngine } from './engine';
import { createChatSessions, pushTyping } from './live/chatSessions';
import { mirrorToSync } from './live/mirrorToSync';
import { conversationRoutes } from './rest/conversations';
import { messageRoutes } from './rest/messages';
import { participantRoutes } from './rest/participants';
import { userRoutes } from './rest/users';

/** The local Conversations: REST, what its SDK asks through Twilsock, and the engine behind both. */
export interface Conversations extends Product {
  /** The one Conversations service: `chat_service_instance_sid` in Flex's configuration. */
  readonly serviceSid: string;
  readonly engine: ConversationEngine;
  readonly tunnel: readonly TunnelRoute[];
  /** All routes of Twilsock go through here, so that clients can be pushed to whatever they ask. */
  watch(routes: readonly TunnelRoute[]): readonly TunnelRoute[];
  stop(): void;
}

/** @param space the Sync service that Conversations clients read, `ip_messaging` */
export function createConversations(context: KernelContext, space: SyncSpace): Conversations {
  const random = forkRandom(context.random);
  const engine = createConversationEngine({ clock: context.clock, random });
  const sessions = createChatSessions((identity, isOnline) => {
    engine.users.setOnline(identity, isOnline);
  });
  const disconnect = [mirrorToSync(engine, space), pushTyping(engine, sessions)];
  const { serviceSid } = space;
  const rest = { accountSid: context.accountSid, serviceSid, messagingServiceSid: random.sid('MG'), engine };

  return {
    name: 'conversations',
    serviceSid,
    engine,
    routes: [conversationRoutes, messageRoutes, participantRoutes, userRoutes].flatMap((of) => of(rest)),
    tunnel: clientRoutes(engine, serviceSid),
    watch: (routes) => sessions.watch(routes),
    stop() {
      for (const end of disconnect) end();
    },
  };
}
