import { openAccount, type OpenAccount } from '../testing/openAccount';
import { findWorkspace } from './findWorkspace';

describe('the workspace to provision', () => {
  let open: OpenAccount;
  beforeEach(async () => {
    open = await openAccount();
  });
  afterEach(() => open.close());
  const find = (given?: string) => findWorkspace(open.account.client, open.account.sleep, given);
  const add = (friendlyName: string) => open.account.client.taskrouter.v1.workspaces.create({ friendlyName });

  it('is the only one', async () => {
    expect(await find()).toBe(open.account.workspaceSid);
  });

  it('is the one Flex made among several', async () => {
    await add('Night shift');

    expect(await find()).toBe(open.account.workspaceSid);
  });

  it('is asked for, with the choice, where nothing tells', async () => {
    const { sid } = await add('Flex Task Assignment (copy)');
    await open.account.client.taskrouter.v1
      .workspaces(open.account.workspaceSid)
      .update({ friendlyName: 'Day shift' });

    await expect(find()).rejects.toThrow(/say which by WORKSPACE_SID: .*Day shift/);
    expect(await find(sid)).toBe(sid);
  });

  it('is not another account’s', async () => {
    await expect(find(`WS${'0'.repeat(32)}`)).rejects.toThrow(`has no workspace WS${'0'.repeat(32)}`);
  });
});
