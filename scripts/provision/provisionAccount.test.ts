import { DIRECT_FILTER } from './describe/describeDirectFilter';
import type { Installation } from './describe/installation';
import { destroy, hasWork, install, prepareDestruction, prepareInstallation } from './provisionAccount';
import { readJson } from './json';
import { installation, openAccount, type OpenAccount } from './testing/openAccount';
import { showAccount } from './testing/showAccount';
import { defaultQueueOf, findFilter, takeOut } from './workflow/directFilter';

const quietly = (): void => undefined;
let open: OpenAccount;
beforeEach(async () => {
  open = await openAccount();
});
afterEach(() => open.close());

const apply = async (wanted: Installation = installation) =>
  install(open.account, await prepareInstallation(open.account, wanted), quietly);
const calls = async () => {
  const workflows = await open.account.client.taskrouter.v1
    .workspaces(open.account.workspaceSid)
    .workflows.list();
  return workflows.find(({ friendlyName }) => friendlyName === 'Calls')!;
};

describe('applying to an account in use', () => {
  it('makes what the services need', async () => {
    await apply();

    const keys = (await showAccount(open.account)).map((line) => line.split(' {')[0]);
    expect(keys).toEqual(
      expect.arrayContaining([
        'Sync service:patchbay',
        'filter:Calls',
        'queue:Attribution BPO_A',
        'queue:Attribution BPO_B',
        'queue:Recovery Ping',
        'task channel:bpo_assortment',
        'workflow:BPO attribution',
        'workflow:Recovery Ping',
      ]),
    );
    expect(keys.filter((key) => key?.startsWith('sink:'))).toHaveLength(1);
    expect(keys.filter((key) => key?.startsWith('subscription:'))).toHaveLength(1);
  });

  it('writes nothing the second time', async () => {
    await apply();
    open.local.journal.clear();

    const prospect = await prepareInstallation(open.account, installation);
    await install(open.account, prospect, quietly);

    expect([hasWork(prospect), open.writes()]).toEqual([false, 0]);
  });

  it('refuses the later of two at once, which changes nothing twice', async () => {
    await apply();
    const grown: Installation = { ...installation, affiliations: ['BPO_A', 'BPO_B', 'BPO_C'] };
    const prospects = await Promise.all([1, 2].map(() => prepareInstallation(open.account, grown)));

    const outcomes = await Promise.allSettled(
      prospects.map((prospect) => install(open.account, prospect, quietly)),
    );
    await apply(grown);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const keys = (await showAccount(open.account)).map((line) => line.split(' {')[0]);
    expect(keys.filter((key) => key === 'queue:Attribution BPO_C')).toHaveLength(1);
    expect(hasWork(await prepareInstallation(open.account, grown))).toBe(false);
  });

  it('leaves queues and workflows that were there as they are', async () => {
    const before = await showAccount(open.account);

    await apply({ ...installation, recovery: { voiceWorkflows: [], everyoneQueue: 'Everyone' } });

    expect(await showAccount(open.account)).toEqual(expect.arrayContaining([...before]));
  });

  it('puts one filter on top of a voice workflow and changes nothing else in it', async () => {
    const before = readJson((await calls()).configuration);
    const queue = defaultQueueOf(before);

    await apply();

    const after = readJson((await calls()).configuration);
    expect(takeOut(after, DIRECT_FILTER)).toEqual(before);
    const { position, filter } = findFilter(after, DIRECT_FILTER)!;
    expect(position).toBe(0);
    expect(filter).toMatchObject({ targets: [{ timeout: 20 }, { queue }] });
  });

  it('keeps what somebody writes into the workflow between the plan and its filter', async () => {
    const prospect = await prepareInstallation(open.account, installation);
    const { sid, configuration } = await calls();
    const edited = configuration.replace("department=='billing'", "department=='accounts'");
    await open.account.client.taskrouter.v1
      .workspaces(open.account.workspaceSid)
      .workflows(sid)
      .update({ configuration: edited });

    await install(open.account, prospect, quietly);

    expect(takeOut(readJson((await calls()).configuration), DIRECT_FILTER)).toEqual(readJson(edited));
  });

  it('moves on to another deployment: its sink comes, the last one goes', async () => {
    await apply();
    const moved = installation.entrances.map((entrance) => ({ ...entrance, domain: 'recovery-2.twil.io' }));

    await apply({ ...installation, entrances: moved });

    const sinks = await open.account.client.events.v1.sinks.list();
    expect(sinks.map(({ description }) => description)).toEqual([
      expect.stringContaining('Patchbay disconnect-recovery: recovery-2.twil.io/task-event-handler '),
    ]);
  });

  it('mends a subscription that lost a type and got another', async () => {
    await apply();
    const [made] = await open.account.client.events.v1.subscriptions.list();
    const subscription = open.account.client.events.v1.subscriptions(made!.sid);
    await subscription.subscribedEvents('com.twilio.taskrouter.task.canceled').remove();
    await subscription.subscribedEvents.create({ type: 'com.twilio.taskrouter.task.created' });

    await apply();

    const types = (await subscription.subscribedEvents.list()).map(({ type }) => type).sort();
    expect(types).toEqual([
      'com.twilio.taskrouter.reservation.accepted',
      'com.twilio.taskrouter.task.canceled',
    ]);
  });

  it('says what makes it impossible', async () => {
    const unknown = { voiceWorkflows: ['Nowhere'], everyoneQueue: 'Everyone' };

    const { problems } = await prepareInstallation(open.account, { ...installation, recovery: unknown });

    expect(problems).toEqual(['There is no workflow "Nowhere".']);
  });
});

describe('destroying', () => {
  it('removes what was made and leaves the rest as it was', async () => {
    const before = await showAccount(open.account);
    await apply();

    await destroy(open.account, await prepareDestruction(open.account), quietly);

    expect(await showAccount(open.account)).toEqual(before);
  });

  it('leaves what was adopted', async () => {
    const queues = open.account.client.taskrouter.v1.workspaces(open.account.workspaceSid).taskQueues;
    await queues.create({ friendlyName: 'Recovery Ping', targetWorkers: '1==1' });
    await open.account.client.sync.v1.services.create({ friendlyName: 'patchbay' });
    const before = await showAccount(open.account);
    await apply();

    await destroy(open.account, await prepareDestruction(open.account), quietly);

    expect(await showAccount(open.account)).toEqual(before);
  });

  it('objects to what somebody edited', async () => {
    await apply();
    const { taskQueues } = open.account.client.taskrouter.v1.workspaces(open.account.workspaceSid);
    const [ping] = await taskQueues.list({ friendlyName: 'Recovery Ping' });
    await taskQueues(ping!.sid).update({ targetWorkers: "team == 'x'" });

    const { steps } = await prepareDestruction(open.account);

    expect(steps.filter((step) => 'objection' in step)).toMatchObject([
      { do: 'remove', found: { name: 'Recovery Ping' }, objection: 'edited since it was made' },
    ]);
  });

  it('does nothing where nothing was made', async () => {
    await destroy(open.account, await prepareDestruction(open.account), quietly);

    expect(open.writes()).toBe(0);
  });
});
