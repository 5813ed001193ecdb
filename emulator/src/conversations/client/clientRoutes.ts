import type { TunnelRoute } from '../../twilsock';
import type { ConversationEngine } from '../engine';
import { configurationRoute } from './configurationRoute';
import { conversationRoutes } from './conversationRoutes';
import { messageRoutes } from './messageRoutes';
import { participantRoutes } from './participantRoutes';
import { typingRoute } from './typingRoute';
import { userRoutes } from './userRoutes';

/** What `@twilio/conversations` 2.5.0 asks through Twilsock, of the host `aim`. */
export const clientRoutes = (engine: ConversationEngine, serviceSid: string): readonly TunnelRoute[] => [
  configurationRoute(engine, serviceSid),
  ...userRoutes(engine),
  ...conversationRoutes(engine),
  ...messageRoutes(engine),
  ...participantRoutes(engine),
  typingRoute(engine),
];
