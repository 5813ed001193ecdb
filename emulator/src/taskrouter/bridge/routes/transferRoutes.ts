import { given } from '../../../kernel/given';
import { formOf } from '../../../kernel/parameters';
import { pathSid } from '../../../kernel/pathSid';
import { invalid } from '../../../kernel/twilioError';
import { requireSelf } from '../authorize';
import type { RpcRoute } from '../rpc/rpcRoute';
import { showTransfer } from '../shapes/showTransfer';
import { workspaceOf, type RouteContext } from './routeContext';

const LIST = '/Workspaces/:workspaceSid/Workers/:workerSid/Transfers';
const ONE = `${LIST}/:transferSid`;

/** Transfers of a task from one worker to another or to a queue: they exist here only, REST has no such resource. */
export function transferRoutes(context: RouteContext): readonly RpcRoute[] {
  const { accountSid } = context.engine;
  return [
    {
      method: 'POST',
      pattern: LIST,
      handle: (request, caller) => {
        const workerSid = pathSid(request, 'workerSid');
        requireSelf(caller, workerSid);
        const form = formOf(request);
        const transfer = workspaceOf(context, request).transfers.start({
          workerSid,
          reservationSid: form.requiredText('ReservationSid'),
          taskSid: form.requiredText('TaskSid'),
          to: form.requiredText('To'),
          mode: form.choice('Mode', ['WARM', 'COLD']) ?? 'WARM',
          ...given({ attributes: form.text('Attributes'), priority: form.integer('Priority') }),
        });
        return showTransfer(accountSid, transfer);
      },
    },
    {
      method: 'GET',
      pattern: ONE,
      handle: (request, caller) => {
        requireSelf(caller, pathSid(request, 'workerSid'));
        const transfer = workspaceOf(context, request).transfers.get(pathSid(request, 'transferSid'));
        return showTransfer(accountSid, transfer);
      },
    },
    {
      method: 'POST',
      pattern: ONE,
      handle: (request, caller) => {
        const workerSid = pathSid(request, 'workerSid');
        requireSelf(caller, workerSid);
        const status = formOf(request).requiredText('TransferStatus');
        if (status !== 'canceled') throw invalid('TransferStatus can only be set to canceled');
        const { transfers } = workspaceOf(context, request);
        return showTransfer(accountSid, transfers.cancel(pathSid(request, 'transferSid'), workerSid));
      },
    },
  ];
}
