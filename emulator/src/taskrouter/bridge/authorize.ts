import type { Identity } from '../../iam/identities';
import { TwilioError } from '../../kernel/twilioError';

const OVERSEERS: ReadonlySet<string> = new Set(['supervisor', 'admin']);

const forbidden = (message: string): TwilioError => new TwilioError(403, 20403, message);

const overseesOthers = (caller: Identity): boolean => caller.roles.some((role) => OVERSEERS.has(role));

/** Throws 403 unless the caller is that worker, or a supervisor or admin. */
export function requireSelf(caller: Identity, workerSid: string): void {
  if (caller.workerSid === workerSid || overseesOthers(caller)) return;
  throw forbidden(`This token may not act as worker ${workerSid}`);
}

/** Throws 403 when a call leaves the workspace its caller works in: a worker's token is granted for that one. */
export function requireWorkspace(path: string, ownWorkspaceSid: string | undefined): void {
  const [, collection, workspaceSid] = path.split('/');
  if (collection !== 'Workspaces' || ownWorkspaceSid === undefined || workspaceSid === ownWorkspaceSid)
    return;
  throw forbidden(`This token is not for workspace ${workspaceSid ?? ''}`);
}
