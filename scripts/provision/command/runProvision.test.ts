import { installation, openAccount, type OpenAccount } from '../testing/openAccount';
import { EXIT, runProvision, type Run } from './runProvision';

let open: OpenAccount;
let lines: string[];
let run: Run;
beforeEach(async () => {
  open = await openAccount();
  lines = [];
  const { affiliations, entrances } = installation;
  run = {
    account: open.account,
    // Nothing in it that needs consent: no workflow that was there before.
    installation: {
      ...(affiliations && { affiliations }),
      recovery: { voiceWorkflows: [], everyoneQueue: 'Everyone' },
      entrances,
    },
    syncServiceSid: undefined,
    yes: false,
    writeValues: undefined,
    terminal: { print: (line) => lines.push(line) },
  };
});
afterEach(() => open.close());

const narrowPing = () =>
  open.account.client.taskrouter.v1
    .workspaces(open.account.workspaceSid)
    .taskQueues.create({ friendlyName: 'Recovery Ping', targetWorkers: "team == 'x'" });

describe('npm run provision', () => {
  it('plans without writing, and says by its exit code whether there is something to do', async () => {
    expect(await runProvision('plan', run)).toBe(EXIT.changesAhead);
    expect(open.writes()).toBe(0);

    expect(await runProvision('apply', run)).toBe(EXIT.done);

    expect(await runProvision('plan', run)).toBe(EXIT.done);
    expect(lines.at(-1)).toBe('Nothing to change.');
  });

  it('stops before the first write when it would change what it did not make', async () => {
    await narrowPing();
    open.local.journal.clear();

    const code = await runProvision('apply', run);

    expect([code, open.writes()]).toEqual([EXIT.consentMissing, 0]);
    expect(lines).toContain("    targetWorkers: team == 'x' → 1 == 1");
    expect(lines.at(-1)).toContain('--yes');
  });

  it.each([
    ['--yes', { yes: true }],
    ['an answer', { terminal: { print: () => undefined, ask: () => Promise.resolve(true) } }],
  ])('changes it with %s', async (_what, consent) => {
    const { sid } = await narrowPing();

    expect(await runProvision('apply', { ...run, ...consent })).toBe(EXIT.done);

    const { taskQueues } = open.account.client.taskrouter.v1.workspaces(open.account.workspaceSid);
    expect((await taskQueues(sid).fetch()).targetWorkers).toBe('1 == 1');
  });

  it('hands every service its values, and shows no password of a sink', async () => {
    const written = new Map<string, Readonly<Record<string, string>>>();

    await runProvision('apply', { ...run, writeValues: (service, values) => written.set(service, values) });

    const attribution = written.get('attribution-transfer')!;
    expect(attribution).toMatchObject({
      WORKSPACE_SID: open.account.workspaceSid,
      DISCONNECT_RECOVERY: 'true',
    });
    expect(attribution['SYNC_SERVICE_SID']).toMatch(/^IS/);
    expect(attribution['ATTRIBUTION_WORKFLOW_SID']).toMatch(/^WW/);
    expect(written.get('disconnect-recovery')?.['RECOVERY_PING_WORKFLOW_SID']).toMatch(/^WW/);
    expect(lines.join('\n')).not.toContain('password-1');
  });

  it('lists what it made, and nothing after a destroy', async () => {
    await runProvision('apply', run);
    await runProvision('status', run);
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}WW\w+ workflow "Recovery Ping"$/));

    expect(await runProvision('destroy', run)).toBe(EXIT.done);

    await runProvision('status', run);
    expect(lines.at(-1)).toBe('  Nothing here was made by this command.');
  });

  it('does not destroy records of the services without consent', async () => {
    await runProvision('apply', run);
    const services = await open.account.client.sync.v1.services.list();
    const { sid } = services.find(({ friendlyName }) => friendlyName === 'patchbay')!;
    await open.account.client.sync.v1.services(sid).documents.create({ uniqueName: 'attempt', data: {} });

    expect(await runProvision('destroy', run)).toBe(EXIT.consentMissing);
  });
});
