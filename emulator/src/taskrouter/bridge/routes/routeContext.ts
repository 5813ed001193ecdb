import type { Clock } from '../../../kernel/clock';
import { pathSid } from '../../../kernel/pathSid';
import type { TwilioRequest } from '../../../kernel/route';
import type { TaskRouterEngine } from '../../engine/engine';
import type { WorkspaceEngine } from '../../engine/operations';

/** What the routes of the event bridge share. */
export interface RouteContext {
  readonly engine: TaskRouterEngine;
  readonly clock: Clock;
}

/** The workspace a path names. Throws 404/20404. */
export const workspaceOf = ({ engine }: RouteContext, request: TwilioRequest): WorkspaceEngine =>
  engine.workspace(pathSid(request, 'workspaceSid'));
