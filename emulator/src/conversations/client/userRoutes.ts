import { given } from '../../kernel/given';
import type { TunnelRoute } from '../../twilsock';
import { TwilioError } from '../../kernel/twilioError';
import type { ConversationEngine } from '../engine';
import { clientRoute, reply, type ClientCall } from './clientRoute';
import { readBody } from './readBody';
import { showMembership, showUser } from './show';

const USER = '/Users/:identity';
const MINE = `${USER}/Conversations`;
const ONE = `${MINE}/:conversation`;
/** A page of `GET …/Conversations`; its token is the number of conversations before it. */
const PAGE_SIZE = 50;

/** Only a user's own: what others read of the user is in Sync. */
function requireSelf({ identity, param }: ClientCall): void {
  if (param('identity') !== identity) throw new TwilioError(403, 20403, 'Forbidden');
}

/** Users, and the conversations of one's own with their read horizon. */
export function userRoutes(engine: ConversationEngine): readonly TunnelRoute[] {
  const membership = (call: ClientCall) => {
    requireSelf(call);
    const conversation = engine.conversations.get(call.param('conversation'));
    return { conversation, participant: engine.participants.member(conversation.sid, call.identity) };
  };

  return [
    clientRoute('GET', USER, ({ by, param }) => reply(showUser(engine.users.ensure(by, param('identity'))))),
    clientRoute('POST', USER, (call) => {
      requireSelf(call);
      const body = readBody(call.request);
      const change = given({ friendlyName: body.text('friendly_name'), attributes: body.text('attributes') });
      engine.users.ensure(call.by, call.identity);
      return reply(showUser(engine.users.update(call.by, call.identity, change)));
    }),
    clientRoute('GET', MINE, (call) => {
      requireSelf(call);
      const start = Math.max(0, Math.trunc(Number(call.request.query.get('PageToken') ?? 0)) || 0);
      const all = engine.conversations.ofIdentity(call.identity);
      const shown = all.slice(start, start + PAGE_SIZE);
      const next = start + PAGE_SIZE < all.length ? String(start + PAGE_SIZE) : null;
      return reply({
        conversations: shown.map((one) => showMembership(engine, one.conversation, one.participant)),
        meta: { next_token: next, previous_token: null },
      });
    }),
    clientRoute('GET', ONE, (call) => {
      const { conversation, participant } = membership(call);
      return reply(showMembership(engine, conversation, participant));
    }),
    clientRoute('POST', ONE, (call) => {
      const { conversation, participant } = membership(call);
      const body = readBody(call.request);
      const level = body.text('notification_level');
      const change = given({
        lastReadMessageIndex: body.index('last_read_message_index'),
        notificationLevel:
          level === undefined ? undefined : level === 'muted' ? ('muted' as const) : ('default' as const),
      });
      const updated = engine.participants.update(call.by, conversation.sid, participant.sid, change);
      return reply(showMembership(engine, conversation, updated));
    }),
  ];
}
