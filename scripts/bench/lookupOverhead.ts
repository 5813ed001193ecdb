import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import twilio from 'twilio';
import * as z from 'zod/mini';
import { postAdmin } from '../stack/askTwilio';
import { services } from '../story/centre';
import { builtFunction } from './builtFunction';
import type { Bench } from './figure';
import { median } from './median';
import { withUnlimitedTwilio, type UnlimitedTwilio } from './withUnlimitedTwilio';

const ROUNDS = 150;
/** Until the engine has compiled both. */
const WARM_UP = 50;
/** What both wait before they look at the report; taken off both. */
const PAUSE_MS = 100;

const TASK = `WT${'7'.repeat(32)}`;
const Elements = z.object({
  validElements: z.object({ items: z.array(z.object({ element: z.object({ uri: z.string() }) })) }),
});
const Address = z.object({ uri: z.string() });
const Token = z.object({ userToken: z.object({ token: z.string() }) });
const Login = z.object({ userLogin: z.object({ token: z.string() }) });

/** What our warm lookup adds to a bare script that makes the same three calls to Flex Insights with axios. */
export const benchLookupOverhead: Bench = {
  name: `get-segment-id warm, median of ${ROUNDS} requests in turn, without the pause before the look`,
  run: () => withUnlimitedTwilio(measure),
};

async function measure(ready: UnlimitedTwilio) {
  await postAdmin(ready, 'insights', {
    reportLatencyMs: 0,
    rows: [1, 2, 3].map((segment) => ({ segment_id: String(segment), external_id: TASK })),
  });
  const silenced = console.info;
  console.info = () => undefined;
  const runs = { bare: await bareScript(ready), ours: ourFunction(ready) };
  const times = { bare: [] as number[], ours: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const name of ['bare', 'ours'] as const) {
      const started = performance.now();
      const found = await runs[name]();
      if (round >= 0) times[name].push(performance.now() - started - PAUSE_MS);
      if (found !== 3) throw new Error(`${name} found ${found} segments`);
    }
  }
  console.info = silenced;
  const [bare, ours] = [median(times.bare), median(times.ours)];
  return [
    { name: 'bare axios', value: bare, unit: 'ms' },
    { name: 'our function', value: ours, unit: 'ms' },
    { name: 'ratio', value: ours / bare, unit: '× bare', aim: { atMost: 1.25 } },
  ];
}

function insightsOf({ seeded }: UnlimitedTwilio) {
  if (seeded.insights === undefined) throw new Error('The demo centre has no Flex Insights');
  return seeded.insights;
}

/** The three calls with nothing around them, and the first column. */
async function bareScript(ready: UnlimitedTwilio): Promise<() => Promise<number>> {
  const { host, workspaceId, username, password, reportId, externalIdForm } = insightsOf(ready);
  const http = axios.create({ baseURL: `https://${host}`, headers: { 'User-Agent': 'bench' } });
  const login = await http.post<unknown>('/gdc/account/login', {
    postUserLogin: { login: username, password, remember: 0, verify_level: 2 },
  });
  const sst = z.parse(Login, login.data).userLogin.token;
  const renewal = await http.get<unknown>('/gdc/account/token', { headers: { 'X-GDC-AuthSST': sst } });
  const headers = { Cookie: `GDCAuthTT=${z.parse(Token, renewal.data).userToken.token}` };
  const form = `/gdc/md/${workspaceId}/obj/${externalIdForm}`;
  return async () => {
    const search = { validElementsRequest: { titles: [TASK] } };
    const found = await http.post<unknown>(`${form}/validElements`, search, { headers });
    const elements = z.parse(Elements, found.data).validElements.items.map(({ element }) => element.uri);
    const execution = await http.post<unknown>(
      `/gdc/app/projects/${workspaceId}/execute/raw`,
      {
        report_req: {
          report: `/gdc/md/${workspaceId}/obj/${reportId}`,
          context: { filters: [{ uri: form, constraint: { type: 'list', elements } }] },
        },
      },
      { headers },
    );
    await pause(PAUSE_MS);
    const { data } = await http.get<string>(z.parse(Address, execution.data).uri, { headers });
    return data.trim().split('\n').slice(1).length;
  };
}

/** Answers are not kept, and without Sync it makes the same calls. */
function ourFunction(ready: UnlimitedTwilio): () => Promise<number> {
  const { accountSid, authToken, seeded } = ready;
  const client = twilio(accountSid, authToken);
  const callFunction = builtFunction('segment-lookup', 'get-segment-id');
  const env = services.find(({ name }) => name === 'segment-lookup')?.env(seeded);
  const context = {
    ...env,
    SYNC_SERVICE_SID: '',
    RESULT_CACHE_SECONDS: '0',
    ACCOUNT_SID: accountSid,
    AUTH_TOKEN: authToken,
    // Made for each request, and asked nothing.
    getTwilioClient: () => client,
  };
  return async () => {
    const answer = await callFunction(context, {
      request: { headers: { 'content-type': 'application/json' }, cookies: {} },
      Token: seeded.identities['carol']?.token,
      TaskSid: TASK,
    });
    const ids = answer['segment_ids'];
    if (!Array.isArray(ids)) throw new Error(`The function answered ${JSON.stringify(answer)}`);
    return ids.length;
  };
}
