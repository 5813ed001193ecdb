import { createTestContext } from '../../../test/createTestContext';
import { memberOf } from '../../../test/memberOf';
import { openTunnel, recordSession } from '../../../test/openTunnel';
import { syncProduct } from '../syncProduct';

function open() {
  const context = createTestContext();
  const sync = syncProduct(context);
  const { session } = recordSession();
  const ask = openTunnel(sync.tunnel, context.clock);
  const post = (address: string, json: unknown) => ask(session, 'POST', address, json);
  const get = (address: string) => ask(session, 'GET', address);
  return { sync, post, get };
}

describe('what a Sync client asks', () => {
  it('is about its own Service, though the path may name another', async () => {
    const { sync, get } = open();
    sync.space('flex_insights').map('m');
    const theirs = sync.space('flex_insights').serviceSid;

    expect(await get(`cds/v3/Services/${theirs}/Maps/m`)).toMatchObject({
      status: 404,
      body: { code: 54050 },
    });
    sync.space('data_sync').map('m');
    expect(await get(`cds/v3/Services/${sync.defaultServiceSid}/Maps/m`)).toMatchObject({ status: 200 });
  });

  it('gets at most a hundred items at a time, and the rest by tokens', async () => {
    const { sync, get } = open();
    const map = sync.space('data_sync').map('m');
    for (let n = 0; n < 150; n += 1) map.set(`k${n}`, { n });

    const first = await get('cds/v3/Maps/m/Items?PageSize=1000');
    const token = String(memberOf(memberOf(first.body, 'meta'), 'next_token'));
    const second = await get(`cds/v3/Maps/m/Items?PageToken=${token}`);

    expect(memberOf(first.body, 'items')).toHaveLength(100);
    expect(memberOf(second.body, 'items')).toHaveLength(50);
  });

  it.each(['nonsense', Buffer.from('{"from":1}').toString('base64url')])(
    'is refused with a page token that is none: %s',
    async (token) => {
      const { sync, get } = open();
      sync.space('data_sync').map('m');

      expect(await get(`cds/v3/Maps/m/Items?PageToken=${token}`)).toMatchObject({
        status: 400,
        body: { code: 20001 },
      });
    },
  );

  it.each([
    ['a name that is too long', { unique_name: 'x'.repeat(321) }, 20001],
    ['a name that is no text', { unique_name: 7 }, 20001],
    ['a time to live beyond a year', { ttl: 31_536_001 }, 54011],
    ['a time to live below none', { ttl: -1 }, 54011],
    ['a time to live that is no number', { ttl: '10' }, 54011],
  ])('is refused with %s', async (_what, body, code) => {
    const { post } = open();

    expect(await post('cds/v3/Documents', body)).toMatchObject({ status: 400, body: { code } });
    expect(await post('cds/v3/Maps', body)).toMatchObject({ status: 400, body: { code } });
  });

  it('adds no item without data', async () => {
    const { sync, post } = open();
    sync.space('data_sync').list('l');

    expect(await post('cds/v3/Lists/l/Items', {})).toMatchObject({ status: 400, body: { code: 54008 } });
  });
});
