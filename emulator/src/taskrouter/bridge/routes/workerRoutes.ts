import { given } from '../../../kernel/given';
import { formOf, queryOf } from '../../../kernel/parameters';
import { pathSid } from '../../../kernel/pathSid';
import { versionIfMatch } from '../../rest/entityTag';
import { filterWorkers } from '../../rest/filterWorkers';
import { requireSelf } from '../authorize';
import { listPage } from '../rpc/listPage';
import type { RpcRoute } from '../rpc/rpcRoute';
import { showWorker } from '../shapes/showWorker';
import { showWorkerChannel } from '../shapes/showWorkerChannel';
import { workspaceOf, type RouteContext } from './routeContext';

const WORKER = '/Workspaces/:workspaceSid/Workers/:workerSid';

/** Workers: everyone may look (the transfer directory), only oneself or a supervisor may change. */
export function workerRoutes(context: RouteContext): readonly RpcRoute[] {
  const { accountSid } = context.engine;
  return [
    {
      method: 'GET',
      pattern: '/Workspaces/:workspaceSid/Workers',
      handle: (request) =>
        listPage(request, filterWorkers(workspaceOf(context, request), queryOf(request)), (worker) =>
          showWorker(accountSid, worker),
        ),
    },
    {
      method: 'GET',
      pattern: WORKER,
      handle: (request) =>
        showWorker(accountSid, workspaceOf(context, request).workers.get(pathSid(request, 'workerSid'))),
    },
    {
      method: 'POST',
      pattern: WORKER,
      handle: (request, caller) => {
        const workerSid = pathSid(request, 'workerSid');
        requireSelf(caller, workerSid);
        const form = formOf(request);
        const change = given({
          activitySid: form.text('ActivitySid'),
          attributes: form.text('Attributes'),
          rejectPendingReservations: form.flag('RejectPendingReservations'),
          ifVersion: versionIfMatch(request),
        });
        return showWorker(accountSid, workspaceOf(context, request).workers.update(workerSid, change));
      },
    },
    {
      method: 'GET',
      pattern: `${WORKER}/WorkerChannels`,
      handle: (request, caller) => {
        const workerSid = pathSid(request, 'workerSid');
        requireSelf(caller, workerSid);
        const channels = workspaceOf(context, request).workerChannels.list(workerSid);
        return listPage(request, channels, (channel) => showWorkerChannel(accountSid, channel));
      },
    },
  ];
}
