import { startInsights, textAt, withTt, type InsightsCentre } from './insightsClient';

const TEN_MINUTES_MS = 10 * 60_000;
const TWO_WEEKS_MS = 14 * 24 * 60 * 60_000;

let centre: InsightsCentre;
beforeEach(async () => {
  centre = await startInsights();
});
afterEach(() => centre.twilio.stop());

/** Any request that needs a temporary token. */
const ask = (tt: string) => centre.elements(tt, { titles: [] });

describe('a temporary token', () => {
  it('does as a cookie and as a header', async () => {
    const tt = await centre.tt();
    const path = `/gdc/md/${centre.access.workspaceId}/identifiers`;

    const statuses = await Promise.all(
      [withTt(tt).headers, { Cookie: `other=1; GDCAuthTT=${tt}; x` }, { 'X-GDC-AuthTT': tt }].map(
        async (headers) =>
          (await centre.http.post<unknown>(path, { identifierToUri: [] }, { headers })).status,
      ),
    );

    expect(statuses).toEqual([200, 200, 200]);
  });

  it('is over after ten minutes: 401 that says which token to renew', async () => {
    const tt = await centre.tt();
    await centre.twilio.clock.advance(TEN_MINUTES_MS - 1);
    const before = await ask(tt);
    await centre.twilio.clock.advance(1);

    const after = await ask(tt);

    expect([before.status, after.status]).toEqual([200, 401]);
    expect(after.headers['www-authenticate']).toBe('GoodData realm="GoodData API" cookie=GDCAuthTT');
  });

  it('can be revoked at any moment, the SST stays', async () => {
    const sst = await centre.sst();
    const tt = textAt((await centre.renew(sst)).data, 'userToken', 'token');

    centre.twilio.insights.revoke('tt');

    expect((await ask(tt)).status).toBe(401);
    expect((await centre.renew(sst)).status).toBe(200);
  });
});

describe('an SST', () => {
  it('is over after two weeks: 401 that asks for another login', async () => {
    const sst = await centre.sst();
    await centre.twilio.clock.advance(TWO_WEEKS_MS - 1);
    const before = await centre.renew(sst);
    await centre.twilio.clock.advance(1);

    const after = await centre.renew(sst);

    expect([before.status, after.status]).toEqual([200, 401]);
    expect(after.headers['www-authenticate']).toBe('GoodData realm="GoodData API" cookie=GDCAuthSST');
  });

  it('can be revoked at any moment; temporary tokens got with it live on', async () => {
    const sst = await centre.sst();
    const tt = textAt((await centre.renew(sst)).data, 'userToken', 'token');

    centre.twilio.insights.revoke('sst');

    expect((await centre.renew(sst)).status).toBe(401);
    expect((await ask(tt)).status).toBe(200);
  });

  it('is no temporary token, nor the other way round', async () => {
    const sst = await centre.sst();
    const tt = textAt((await centre.renew(sst)).data, 'userToken', 'token');

    expect([(await ask(sst)).status, (await centre.renew(tt)).status]).toEqual([401, 401]);
  });
});
