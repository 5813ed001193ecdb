import { seededRandom } from '../../kernel/random';
import { createVirtualClock } from '../../kernel/virtualClock';
import { createConversationEngine } from './createConversationEngine';
import { LIMITS } from './limits';
import { API } from './model';

function open() {
  const clock = createVirtualClock({ mode: 'paused', startMs: 1_000 });
  const engine = createConversationEngine({ clock, random: seededRandom(1) });
  const { sid } = engine.conversations.create(API);
  const addSms = (address: string, identity?: string) =>
    engine.participants.add(API, sid, {
      ...(identity === undefined ? {} : { identity }),
      binding: { type: 'sms', address, proxyAddress: '+15550000000', projectedAddress: null },
    });
  return { clock, engine, sid, addSms };
}

describe('a participant', () => {
  it('is somebody: an identity or an address', () => {
    const { engine, sid } = open();
    const proxyOnly = { type: 'sms', address: null, proxyAddress: '+15550000000', projectedAddress: null };

    expect(() => engine.participants.add(API, sid, {})).toThrow('Identity or MessagingBinding.Address');
    expect(() => engine.participants.add(API, sid, { binding: proxyOnly })).toThrow('Identity or');
  });

  it('finds no room behind fifty who are reached by address alone, unless he chats', () => {
    const { addSms } = open();
    for (let n = 0; n < LIMITS.nonChatParticipants; n += 1) addSms(`+1555100${1_000 + n}`);

    expect(() => addSms('+15552000000')).toThrow('no room');
    expect(addSms('+15552000001', 'jane').identity).toBe('jane');
  });

  it('finds no room behind a thousand', () => {
    const { engine, sid } = open();
    for (let n = 0; n < LIMITS.participants; n += 1)
      engine.participants.add(API, sid, { identity: `user-${n}` });

    expect(() => engine.participants.add(API, sid, { identity: 'one-more' })).toThrow('no room');
  });

  it('is the author of what is written by his address', () => {
    const { engine, sid, addSms } = open();
    const { sid: participantSid } = addSms('+15551000000');

    const message = engine.messages.send(API, sid, { author: '+15551000000', body: 'Hi' });

    expect(message.participantSid).toBe(participantSid);
  });

  it('takes his read horizon back, and with it when he read', async () => {
    const { clock, engine, sid } = open();
    const { sid: participantSid } = engine.participants.add(API, sid, { identity: 'jane' });
    await clock.advance(500);
    const update = (lastReadMessageIndex: number | null) =>
      engine.participants.update(API, sid, participantSid, { lastReadMessageIndex });

    expect(update(3)).toMatchObject({ lastReadMessageIndex: 3, lastReadTimestamp: 1_500 });
    expect(update(null)).toMatchObject({ lastReadMessageIndex: null, lastReadTimestamp: null });
  });
});
