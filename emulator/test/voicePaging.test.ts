import { openVoiceApi, type VoiceApi } from './voiceApi';
import { openVoiceCentre, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;
let api: VoiceApi;
let newestFirst: readonly string[];

beforeEach(async () => {
  centre = await openVoiceCentre();
  api = openVoiceApi(centre);
  const sids: string[] = [];
  for (let count = 0; count < 3; count += 1) sids.push(await centre.call());
  newestFirst = sids.reverse();
});

afterEach(async () => {
  api.stop();
  await centre.stop();
});

describe('a list of the API of 2010', () => {
  it('is walked page by page by the SDK', async () => {
    const calls = await api.client.calls.list({ pageSize: 2 });

    expect(calls.map(({ sid }) => sid)).toEqual(newestFirst);
  });

  it('has its pages beside the array, by relative addresses, null where there is none', async () => {
    const first: unknown = await (
      await centre.rest('GET', 'Calls.json?PageSize=2&From=%2B15557654321')
    ).json();
    const base = `/2010-04-01/Accounts/${centre.local.accountSid}/Calls.json?PageSize=2&From=%2B15557654321`;

    expect(first).toMatchObject({
      page: 0,
      page_size: 2,
      start: 0,
      end: 1,
      uri: `${base}&Page=0`,
      first_page_uri: `${base}&Page=0`,
      previous_page_uri: null,
      next_page_uri: `${base}&Page=1&PageToken=PA1`,
      calls: [{ sid: newestFirst[0] }, { sid: newestFirst[1] }],
    });
  });

  it('knows where it is on its last page', async () => {
    const last: unknown = await (await centre.rest('GET', 'Calls.json?PageSize=2&Page=1')).json();

    expect(last).toMatchObject({
      page: 1,
      start: 2,
      end: 2,
      next_page_uri: null,
      previous_page_uri: expect.stringContaining('Page=0') as unknown,
      calls: [{ sid: newestFirst[2] }],
    });
  });

  it.each([
    ['PageSize=0', 1],
    ['PageSize=5000', 1_000],
    ['PageSize=many', 50],
    ['', 50],
  ])('with %s has pages of %i', async (query, size) => {
    const page: unknown = await (await centre.rest('GET', `Calls.json?${query}`)).json();

    expect(page).toMatchObject({ page_size: size });
  });
});
