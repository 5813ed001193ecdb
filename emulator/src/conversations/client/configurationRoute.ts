import type { TunnelRoute } from '../../twilsock';
import type { ConversationEngine } from '../engine';
import { userConversationsMap, userInfoMap } from '../live/names';
import { clientRoute, reply } from './clientRoute';
import { AIM, TYPING_URL, userUrl } from './links';

/** What a client asks first: where things are, what it may send, and which Sync objects are its own (configuration.js). */
export const configurationRoute = (engine: ConversationEngine, serviceSid: string): TunnelRoute =>
  clientRoute('GET', '/Configuration', ({ identity, by }) => {
    const { sid } = engine.users.ensure(by, identity);
    const media = `https://mcs.us1.twilio.com/v1/Services/${serviceSid}`;
    const mimeTypes = ['text/plain', 'text/html'];
    return reply({
      identity,
      links: {
        my_conversations: `${userUrl(identity)}/Conversations`,
        conversations: `${AIM}/Conversations`,
        users: `${AIM}/Users`,
        current_user: userUrl(identity),
        typing: TYPING_URL,
        media_service: `${media}/Media`,
        media_set_service: `${media}/MediaSet`,
        messages_receipts: `${AIM}/MessagesReceipts`,
      },
      options: {
        media_attachments_count_limit: 10,
        media_attachment_size_limit_in_mb: 20,
        media_attachments_total_size_limit_in_mb: 50,
        email_histories_allowed_mime_types: mimeTypes,
        email_bodies_allowed_mime_types: mimeTypes,
        user_infos_to_subscribe: 100,
        reachability_enabled: true,
        http_cache_interval: 'PT5S',
        consumption_report_interval: 'PT5S',
      },
      sync_objects: { my_user_info: userInfoMap(sid), my_conversations: userConversationsMap(sid) },
    });
  });
