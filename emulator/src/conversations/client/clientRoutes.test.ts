import { createTestContext } from '../../../test/createTestContext';
import { memberOf } from '../../../test/memberOf';
import { openTunnel, recordSession } from '../../../test/openTunnel';
import { createConversationEngine } from '../engine';
import { API } from '../engine/model';
import { clientRoutes } from './clientRoutes';

function open() {
  const { clock, random } = createTestContext();
  const engine = createConversationEngine({ clock, random });
  const ask = openTunnel(clientRoutes(engine, 'IS1'), clock);
  const { sid } = engine.conversations.create(API, { friendlyName: 'Order 7' });
  engine.participants.add(API, sid, { identity: 'alice' });
  const { sid: messageSid } = engine.messages.send(API, sid, { body: 'Hello' });
  const as = (identity: string) => recordSession('ip_messaging', identity).session;
  return { engine, ask, as, sid, messageSid, one: `aim/Client/v2/Conversations/${sid}` };
}

describe('who is not in a conversation', () => {
  const stranger = (verb: 'POST' | 'DELETE', path: string, json?: object) => async () => {
    const { ask, as, one, sid, messageSid, engine } = open();
    const member = engine.participants.member(sid, 'alice').sid;
    const address = one + path.replace('{message}', messageSid).replace('{member}', member);
    return ask(as('mallory'), verb, address, json);
  };

  it.each([
    ['change it', stranger('POST', '', { friendly_name: 'mine' })],
    ['remove it', stranger('DELETE', '')],
    ['write in it', stranger('POST', '/Messages', { body: 'x' })],
    ['edit what was written', stranger('POST', '/Messages/{message}', { body: 'x' })],
    ['remove what was written', stranger('DELETE', '/Messages/{message}')],
    ['add somebody else', stranger('POST', '/Participants', { identity: 'bob' })],
    ['change who is in it', stranger('POST', '/Participants/{member}', { attributes: '{}' })],
    ['take somebody out', stranger('DELETE', '/Participants/{member}')],
  ])("can't %s", async (_what, ask) => {
    expect(await ask()).toMatchObject({ status: 403, body: { code: 50430 } });
  });

  it('can join it', async () => {
    const { engine, ask, as, one, sid } = open();

    expect(await ask(as('bob'), 'POST', `${one}/Participants`, { identity: 'bob' })).toMatchObject({
      status: 201,
    });
    expect(engine.participants.member(sid, 'bob').identity).toBe('bob');
  });
});

describe('a user', () => {
  it('is changed by nobody else, nor shown which conversations another is in', async () => {
    const { ask, as } = open();

    for (const [method, path] of [
      ['POST', ''],
      ['GET', '/Conversations'],
    ] as const) {
      const answer = await ask(as('mallory'), method, `aim/Client/v2/Users/alice${path}`, {});
      expect(answer).toMatchObject({ status: 403 });
    }
  });

  it('gets his conversations page by page, whatever the token', async () => {
    const { engine, ask, as, sid } = open();
    for (let n = 0; n < 50; n += 1) {
      const { sid: other } = engine.conversations.create(API);
      engine.participants.add(API, other, { identity: 'alice' });
    }
    const page = async (token: string): Promise<unknown> => {
      const address = `aim/Client/v2/Users/alice/Conversations?PageToken=${token}`;
      return (await ask(as('alice'), 'GET', address)).body;
    };
    const first = await page('0');

    expect(memberOf(first, 'conversations')).toHaveLength(50);
    expect(memberOf(memberOf(first, 'conversations'), '0')).toMatchObject({ sid });
    expect(first).toMatchObject({ meta: { next_token: '50' } });
    expect(await page('50')).toMatchObject({ conversations: [{}], meta: { next_token: null } });
    expect(await page('-7')).toEqual(first);
  });
});

describe('what the client sends that is not emulated', () => {
  it.each([{ media_sids: ['ME1'], body: 'x' }, { content_sid: 'HX1' }])('is a loud 501: %j', async (json) => {
    const { ask, as, one } = open();

    expect(await ask(as('alice'), 'POST', `${one}/Messages`, json)).toMatchObject({ status: 501 });
  });
});
