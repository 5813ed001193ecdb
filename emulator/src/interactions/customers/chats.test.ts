import { openInteractions } from '../testing/openInteractions';
import { createChats } from './chats';

describe('chats of played customers', () => {
  it('are forgotten, the oldest first, beyond 200', () => {
    const { state } = openInteractions();
    const chats = createChats(state);
    const sids = Array.from({ length: 201 }, (_, n) => chats.start({ name: `Jane ${n}` }).conversationSid);

    expect(chats.list()).toHaveLength(200);
    expect(() => chats.get(sids[0] ?? '')).toThrow('not found');
    expect(chats.get(sids[1] ?? '').name).toBe('Jane 1');
  });

  it('leave nothing behind when TaskRouter refuses their task', () => {
    const { state } = openInteractions();
    const chats = createChats(state);

    expect(() => chats.start({ name: 'Jane', taskChannel: 'pigeon' })).toThrow();

    expect(chats.list()).toEqual([]);
    expect(state.conversations.conversations.list()).toEqual([]);
  });

  it('say that the customer is there until he leaves', () => {
    const { state } = openInteractions();
    const chats = createChats(state);
    const { conversationSid, identity } = chats.start({ name: 'Jane' });
    const isOnline = () => state.conversations.users.get(identity).isOnline;

    const before = isOnline();
    chats.leave(conversationSid);

    expect([before, isOnline()]).toEqual([true, false]);
    expect(chats.get(conversationSid).status()).toBe('ended');
  });
});
