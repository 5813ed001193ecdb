import type { IdentityDirectory } from '../iam/identities';
import type { TaskRouterEngine } from '../taskrouter/engine';

/**
 * The identity a worker has in Conversations: that of his newest Flex session. For one who never had one it is his
 * name as Flex writes it: everything but letters and digits as `_` and the character's hex code.
 */
export const identityOfWorker =
  (identities: IdentityDirectory, engine: TaskRouterEngine) =>
  (workspaceSid: string, workerSid: string): string => {
    const session = identities.list().findLast((identity) => identity.workerSid === workerSid);
    if (session) return session.identity;
    const { friendlyName } = engine.workspace(workspaceSid).workers.get(workerSid);
    return friendlyName.replaceAll(/[^A-Za-z0-9]/gu, (character) => `_${toHex(character)}`);
  };

const toHex = (character: string): string => Buffer.from(character).toString('hex').toUpperCase();
