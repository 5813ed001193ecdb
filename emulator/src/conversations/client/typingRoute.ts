import type { TunnelRoute } from '../../twilsock';
import { invalid } from '../../kernel/twilioError';
import type { ConversationEngine } from '../engine';
import { TYPING_TIMEOUT_S } from '../live/chatSessions';
import { readBody } from './readBody';

/** `POST /Client/v1/typing` with the form `ChannelSid=CH…` (services/typing-indicator.js). */
export const typingRoute = (engine: ConversationEngine): TunnelRoute => ({
  host: 'aim',
  method: 'POST',
  pattern: '/Client/v1/typing',
  handle: (request) => {
    const conversationSid = readBody(request).text('ChannelSid');
    if (conversationSid === undefined) throw invalid('ChannelSid is required');
    engine.type(conversationSid, request.session.identity.identity);
    return { status: 200, body: { typing_timeout: TYPING_TIMEOUT_S } };
  },
});
