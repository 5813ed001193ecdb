import { isObject } from '../../kernel/isObject';
import type { RoutingInput } from './inputs';
import type { Interaction } from './model';

/**
 * A task's attributes as the Interactions API writes them: what was given "as is" (OpenAPI, Interaction.routing), and
 * by what Flex UI finds the conversation (OpenAPI example of CreateInteraction; flex-ui reads the three `flex…Sid`).
 */
export function writeAttributes(
  { sid, channel }: Interaction,
  inviteSid: string,
  { attributes: given }: RoutingInput,
  initiatedBy: string,
): string {
  const conversations = isObject(given['conversations']) ? given['conversations'] : {};
  const media = [{ type: 'ChatTranscript', sid: channel.conversationSid }];
  return JSON.stringify({
    direction: initiatedBy === 'agent' ? 'outbound' : 'inbound',
    initiatedBy,
    ...given,
    channelType: channel.type,
    conversationSid: channel.conversationSid,
    flexInteractionSid: sid,
    flexInteractionChannelSid: channel.sid,
    flexChannelInviteSid: inviteSid,
    conversations: {
      initiated_by: initiatedBy,
      conversation_id: sid,
      media,
      ...conversations,
    },
  });
}
