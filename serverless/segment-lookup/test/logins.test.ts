import { TaskSid } from '@patchbay/shared/contracts';
import { ONE, SEGMENTS, startCentre, TWO, type Centre } from './support/centre';
import { countCalls } from './support/countCalls';
import { startProcess } from './support/process';

const MINUTE = 60_000;
let centre: Centre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.stop());

const found = { status: 200, body: { segment_ids: SEGMENTS } };
/** Nothing is remembered, so that every lookup is a whole one. */
const FORGETFUL = { RESULT_CACHE_SECONDS: '0' };
const later = (ms: number) => centre.local.clock.advance(ms);

describe('tokens', () => {
  it('are renewed a minute before their end: a TT by the SST, an SST by a login', async () => {
    const process = startProcess(centre, FORGETFUL);
    await process.lookUp(ONE);

    await later(9 * MINUTE);
    const afterTt = await countCalls(centre, () => process.lookUp(ONE));
    await later(14 * 24 * 60 * MINUTE);
    const afterSst = await countCalls(centre, () => process.lookUp(ONE));

    expect([afterTt.result, afterSst.result]).toEqual([
      expect.objectContaining(found),
      expect.objectContaining(found),
    ]);
    expect(afterTt.insights).toEqual({ tt: 1, elements: 1, execute: 1, report: 1 });
    expect(afterSst.insights).toEqual({ login: 1, elements: 1, execute: 1, report: 1 });
  });

  it.each([
    ['a TT', ['tt'], { elements: 2, tt: 1, execute: 1, report: 1 }],
    ['a TT and its SST', ['tt', 'sst'], { elements: 2, tt: 1, login: 1, execute: 1, report: 1 }],
    ['an SST alone: nobody notices yet', ['sst'], { elements: 1, execute: 1, report: 1 }],
  ] as const)('that were revoked cost one failed call each: %s', async (_what, kinds, expected) => {
    const process = startProcess(centre, FORGETFUL);
    await process.lookUp(ONE);
    for (const kind of kinds) centre.local.insights.revoke(kind);
    await later(1);

    const { result, insights } = await countCalls(centre, () => process.lookUp(ONE));

    expect(result).toMatchObject(found);
    expect(insights).toEqual(expected);
  });

  it('that were revoked before a new instance came: it logs in once it has tried', async () => {
    await startProcess(centre, FORGETFUL).lookUp(ONE);
    centre.local.insights.revoke('sst');
    await later(1);

    const { result, insights } = await countCalls(centre, () => startProcess(centre).lookUp(ONE));

    expect(result).toMatchObject(found);
    expect(insights).toEqual({ tt: 1, login: 1, elements: 1, execute: 1, report: 1 });
  });

  it('revoked and renewed by another instance are taken from there, without a second login', async () => {
    const [one, two] = [startProcess(centre, FORGETFUL), startProcess(centre, FORGETFUL)];
    await one.lookUp(ONE);
    await two.lookUp(TWO);
    for (const kind of ['tt', 'sst'] as const) centre.local.insights.revoke(kind);
    await later(1);
    await one.lookUp(ONE);

    const { result, insights } = await countCalls(centre, () => two.lookUp(ONE));

    expect(result).toMatchObject(found);
    expect(insights).toEqual({ elements: 2, tt: 2, execute: 1, report: 1 });
  });

  it('do not lie readable in the store', async () => {
    await startProcess(centre).lookUp(ONE);

    const documents = await centre.client.sync.v1
      .services(centre.env['SYNC_SERVICE_SID'] ?? '')
      .documents.list();

    const sealed = documents.map(({ data }) => JSON.stringify(data)).find((text) => text.includes('sealed'));
    expect(sealed).toBeDefined();
    expect(sealed).not.toMatch(/local-[0-9a-f]{32}/);
    expect(documents.map(({ uniqueName }) => uniqueName).join()).not.toContain('reports@');
  });

  it('are those of one host: another configured host is logged in to, and only that one is asked', async () => {
    await startProcess(centre).lookUp(ONE);
    const since = centre.local.journal.sequence;

    const answer = await startProcess(centre, { INSIGHTS_HOST: 'analytics.eu.ytica.com' }).lookUp(ONE);

    expect(answer).toMatchObject(found);
    const hosts = centre.local.journal
      .entries({ since, direction: 'in' })
      .filter(({ path }) => path.startsWith('/gdc/'))
      .map(({ host, pattern }) => `${host}${pattern?.endsWith('/login') ? ' login' : ''}`);
    expect([...new Set(hosts)].sort()).toEqual(['analytics.eu.ytica.com', 'analytics.eu.ytica.com login']);
  });

  it('are told of in the words that operators know, wherever they come from', async () => {
    const first = startProcess(centre, FORGETFUL);
    await first.lookUp(ONE);
    const second = startProcess(centre, FORGETFUL);
    await second.lookUp(ONE);
    await second.lookUp(ONE);

    const told = ({ lines }: { lines: readonly string[] }) =>
      lines.filter((line) => !line.startsWith('note')).map((line) => line.replace(/ \{.*$/, ''));
    expect(told(first)).toEqual([
      'New SST generated and cached (expires in 14 days)',
      'New TT generated and cached (expires in 10 minutes)',
    ]);
    expect(told(second)).toEqual([
      'Using cached SuperSecuredToken (SST)',
      'New TT generated and cached (expires in 10 minutes)',
      'Using cached temporary token (TT)',
    ]);
  });

  it('in the store are of no use once the password is another: a login, and lookups go on', async () => {
    await startProcess(centre).lookUp(ONE);
    const users = [{ login: centre.access.username, password: 'a new password' }];
    centre.local.insights.configure({ users });

    const { result, insights } = await countCalls(centre, () =>
      startProcess(centre, { INSIGHTS_PASSWORD: 'a new password' }).lookUp(TWO),
    );

    expect(result.status).toBe(200);
    expect(insights).toEqual({ login: 1, elements: 1, execute: 1, report: 1 });
  });
});

describe('ten cold processes', () => {
  it('log in once and ask for at most as many TTs, whatever task each asks for', async () => {
    centre.local.clock.resume();
    const rows = Array.from({ length: 10 }, (_, index) => ({
      segment_id: `30${index}`,
      external_id: `WT${String(index).repeat(32)}`,
    }));
    centre.local.insights.configure({ rows });

    const { result, insights } = await countCalls(centre, () =>
      Promise.all(
        rows.map(({ external_id: taskSid }) => startProcess(centre).lookUp(TaskSid.parse(taskSid))),
      ),
    );

    expect(result.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(insights['login']).toBe(1);
    expect(insights['tt']).toBeLessThanOrEqual(10);
  });

  it('that ask for the same task execute one report', async () => {
    centre.local.clock.resume();
    centre.local.insights.configure({ reportLatencyMs: 600 });

    const { result, insights } = await countCalls(centre, () =>
      Promise.all(Array.from({ length: 10 }, () => startProcess(centre).lookUp(ONE))),
    );

    expect(result).toEqual(Array(10).fill(expect.objectContaining(found)));
    expect(insights).toMatchObject({ login: 1, elements: 1, execute: 1 });
  });
});

describe('a wrong password', () => {
  const WRONG = { INSIGHTS_PASSWORD: 'wrong' };

  it('is tried once by all instances together, for five minutes', async () => {
    const processes = [startProcess(centre, WRONG), startProcess(centre, WRONG)];
    const ask = () => Promise.all(processes.map((process) => process.lookUp(ONE)));

    const first = await countCalls(centre, () => processes[0]!.lookUp(ONE));
    const more = await countCalls(centre, async () => [...(await ask()), ...(await ask())]);
    await later(5 * MINUTE);
    const again = await countCalls(centre, () => processes[1]!.lookUp(ONE));

    const refused = { status: 'insights_refused', retryAfterSeconds: undefined };
    expect([first.result, again.result, ...more.result]).toEqual(
      Array(6).fill(expect.objectContaining(refused)),
    );
    expect([first.insights, more.insights, again.insights]).toEqual([{ login: 1 }, {}, { login: 1 }]);
  });

  it('that was mended is tried at once', async () => {
    await startProcess(centre, WRONG).lookUp(ONE);

    const { result } = await countCalls(centre, () => startProcess(centre).lookUp(ONE));

    expect(result).toMatchObject(found);
  });
});

describe('logins that Insights limits', () => {
  it('are put off by all instances for as long as it says', async () => {
    centre.local.faults.add({
      match: { host: 'analytics', path: '/gdc/account/login' },
      effect: { type: 'status', status: 429, retryAfter: 90 },
    });
    const processes = Array.from({ length: 5 }, () => startProcess(centre));

    const first = await countCalls(centre, () => processes[0]!.lookUp(ONE));
    await later(30_000);
    const others = await countCalls(centre, () => Promise.all(processes.map((one) => one.lookUp(ONE))));
    centre.local.faults.clear();
    await later(60_000);
    const afterwards = await countCalls(centre, () => processes[1]!.lookUp(ONE));

    expect(first.result).toMatchObject({ status: 'insights_unavailable', retryAfterSeconds: 90 });
    for (const { status, retryAfterSeconds } of others.result) {
      expect(status).toBe('insights_unavailable');
      // Time passes while they wait for each other.
      expect([58, 59, 60]).toContain(retryAfterSeconds);
    }
    expect([first.insights, others.insights]).toEqual([{ login: 1 }, {}]);
    expect(afterwards.result).toMatchObject(found);
  });
});

describe('an instance that dies while it logs in', () => {
  it('holds the others up no longer than a function lives', async () => {
    centre.local.faults.add({
      match: { host: 'sync', method: 'POST' },
      skip: 2,
      times: 6,
      effect: { type: 'status', status: 500 },
    });
    await startProcess(centre).lookUp(ONE);
    centre.local.faults.clear();
    await later(13_000);

    const { result, insights } = await countCalls(centre, () => startProcess(centre).lookUp(ONE));

    expect(result).toMatchObject(found);
    expect(insights['login']).toBe(1);
  });
});
