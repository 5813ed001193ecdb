import type { Identity } from '../../../iam/identities';
import type { TwilioRequest } from '../../../kernel/route';

/** Answers one path of the event bridge. Throws TwilioError for what TaskRouter refuses. */
export interface RpcRoute {
  readonly method: 'GET' | 'POST';
  /** e.g. `/Workspaces/:workspaceSid/Workers/:workerSid`; a name never spans a slash. */
  readonly pattern: string;
  /** The `payload` of the answer. */
  readonly handle: (request: TwilioRequest, caller: Identity) => unknown;
}
