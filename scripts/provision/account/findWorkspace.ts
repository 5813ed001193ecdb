import type { Twilio } from 'twilio';
import type { Sleep } from '@patchbay/shared';
import { callTwilio } from './callTwilio';

const OF_FLEX = 'Flex Task Assignment';

/** The workspace to provision: the given one, else the only one, else the one that Flex made. Throws when that is none. */
export async function findWorkspace(client: Twilio, sleep: Sleep, given?: string): Promise<string> {
  const workspaces = await callTwilio('read the workspaces', 'read', sleep, () =>
    client.taskrouter.v1.workspaces.list({ pageSize: 1000 }),
  );
  if (given !== undefined) {
    if (workspaces.some(({ sid }) => sid === given)) return given;
    throw new Error(`Account ${client.accountSid} has no workspace ${given}: is it another account's?`);
  }
  const [only, ...others] = workspaces;
  if (only === undefined) throw new Error(`Account ${client.accountSid} has no TaskRouter workspace.`);
  if (others.length === 0) return only.sid;
  const ofFlex = workspaces.filter(({ friendlyName }) => friendlyName === OF_FLEX);
  if (ofFlex.length === 1 && ofFlex[0] !== undefined) return ofFlex[0].sid;
  const names = workspaces.map(({ sid, friendlyName }) => `${sid} ${friendlyName}`).join(', ');
  throw new Error(`There are several workspaces, say which by WORKSPACE_SID: ${names}`);
}
