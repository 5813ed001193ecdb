import { seededRandom } from '../../kernel/random';
import { createVirtualClock } from '../../kernel/virtualClock';
import type { Change } from './changes';
import { createConversationEngine } from './createConversationEngine';
import { KEPT } from './limits';
import { API, type Source } from './model';

const JANE: Source = { type: 'SDK', identity: 'jane' };

function openEngine() {
  const clock = createVirtualClock({ mode: 'paused', startMs: 1_000 });
  const engine = createConversationEngine({ clock, random: seededRandom(1) });
  const changes: Change[] = [];
  engine.on((change) => changes.push(change));
  const { sid } = engine.conversations.create(API);
  return { clock, engine, changes, sid };
}

describe('the conversation engine', () => {
  it('tells every change once, by the name of its webhook, with who made it', () => {
    const { engine, changes, sid } = openEngine();

    engine.participants.add(JANE, sid, { identity: 'jane' });
    const { sid: messageSid } = engine.messages.send(JANE, sid, { author: 'jane', body: 'x' });
    engine.messages.update(API, sid, messageSid, { body: 'y' });
    engine.conversations.update(API, sid, { state: 'closed' });
    engine.conversations.remove(API, sid);

    expect(changes.map(({ type, by }) => `${type} ${by.type}`)).toEqual([
      'onConversationAdded API',
      'onUserAdded SDK',
      'onParticipantAdded SDK',
      'onMessageAdded SDK',
      'onMessageUpdated API',
      'onConversationUpdated API',
      'onConversationStateUpdated API',
      'onConversationRemoved API',
    ]);
    expect(changes.at(-2)).toMatchObject({ from: 'active', conversation: { state: 'closed' } });
    expect(changes.at(-1)).toMatchObject({ participants: [{ identity: 'jane' }] });
  });

  it('tells what a listener changes after what it heard of, to everybody', () => {
    const { engine, sid } = openEngine();
    engine.on((change) => {
      if (change.type === 'onMessageAdded' && change.message.body === 'question') {
        engine.messages.send(API, sid, { body: 'answer' });
      }
    });
    const heard: (string | null)[] = [];
    engine.on((change) => {
      if (change.type === 'onMessageAdded') heard.push(change.message.body);
    });

    engine.messages.send(API, sid, { body: 'question' });

    expect(heard).toEqual(['question', 'answer']);
  });

  it('keeps the newest messages only, and never gives an index again', () => {
    const { engine, sid } = openEngine();
    for (let n = 0; n <= KEPT.messagesPerConversation; n += 1)
      engine.messages.send(API, sid, { body: String(n) });

    const kept = engine.messages.list(sid);

    expect(kept).toHaveLength(KEPT.messagesPerConversation);
    expect([kept[0]?.index, kept.at(-1)?.index]).toEqual([1, KEPT.messagesPerConversation]);
  });

  it('forgets closed conversations first when there are too many', () => {
    const { engine, sid: oldest } = openEngine();
    const { sid: closed } = engine.conversations.create(API);
    engine.conversations.update(API, closed, { state: 'closed' });
    for (let n = 0; n < KEPT.conversations - 1; n += 1) engine.conversations.create(API);

    expect(engine.conversations.list()).toHaveLength(KEPT.conversations);
    expect(engine.conversations.find(oldest)).toBeDefined();
    expect(engine.conversations.find(closed)).toBeUndefined();
    engine.conversations.create(API);
    expect(engine.conversations.find(oldest)).toBeUndefined();
  });

  it('forgets the oldest of too many users who is not online', () => {
    const { engine, changes } = openEngine();
    engine.users.setOnline('alice', true);
    for (let n = 1; n <= KEPT.users; n += 1) engine.users.ensure(API, `user-${n}`);

    expect(engine.users.list()).toHaveLength(KEPT.users);
    expect(changes.at(-1)).toMatchObject({ type: 'userForgotten', user: { identity: 'user-1' } });
  });

  it('counts what is unread behind the horizon, by indexes', () => {
    const { engine, sid } = openEngine();
    const sent = ['a', 'b', 'c'].map((body) => engine.messages.send(API, sid, { body }));
    engine.messages.remove(API, sid, sent[1]?.sid ?? '');

    expect([null, 0, 1, 2].map((horizon) => engine.messages.unread(sid, horizon))).toEqual([null, 1, 1, 0]);
  });

  it('shows who is writing to those who listen, and refuses strangers', () => {
    const { engine, sid } = openEngine();
    engine.participants.add(API, sid, { identity: 'jane' });
    const seen: string[] = [];
    const stop = engine.onTyping((conversation, { identity }) =>
      seen.push(`${identity ?? ''} in ${conversation.sid}`),
    );

    engine.type(sid, 'jane');
    expect(() => {
      engine.type(sid, 'bob');
    }).toThrow('not a member');
    stop();
    engine.type(sid, 'jane');

    expect(seen).toEqual([`jane in ${sid}`]);
  });
});
