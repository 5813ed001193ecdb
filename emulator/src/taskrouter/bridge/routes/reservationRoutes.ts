import { queryOf } from '../../../kernel/parameters';
import { pathSid } from '../../../kernel/pathSid';
import type { TwilioRequest } from '../../../kernel/route';
import { notFound } from '../../../kernel/twilioError';
import type { Reservation, ReservationStatus } from '../../engine/model';
import type { WorkspaceEngine } from '../../engine/operations';
import { readReservationChange } from '../../rest/readReservationChange';
import { requireSelf } from '../authorize';
import { pictureReservation } from '../pictures';
import { listPage } from '../rpc/listPage';
import type { RpcRoute } from '../rpc/rpcRoute';
import { showReservation, showReservationWithTask } from '../shapes/showReservation';
import { workspaceOf, type RouteContext } from './routeContext';

const LIST = '/Workspaces/:workspaceSid/Workers/:workerSid/Reservations';
const ONE = `${LIST}/:reservationSid`;
const OF_TASK = '/Workspaces/:workspaceSid/Tasks/:taskSid/Reservations/:reservationSid';

const ACTIVE: readonly ReservationStatus[] = ['pending', 'accepted', 'wrapping'];

/** The reservation a path names, under the worker or the task the path names. Throws 404/20404. */
function findReservation(workspace: WorkspaceEngine, request: TwilioRequest): Reservation {
  const reservation = workspace.reservations.get(pathSid(request, 'reservationSid'));
  const { workerSid = reservation.workerSid, taskSid = reservation.taskSid } = request.params;
  if (reservation.workerSid !== workerSid || reservation.taskSid !== taskSid) throw notFound(request.path);
  return reservation;
}

/** Reservations, under their worker and under their task: only one's own, or a supervisor's to see and change. */
export function reservationRoutes(context: RouteContext): readonly RpcRoute[] {
  const { accountSid } = context.engine;
  const show = (workspace: WorkspaceEngine, reservation: Reservation): unknown =>
    showReservationWithTask(accountSid, pictureReservation(workspace, reservation, context.clock.now()));

  const fetchOne: RpcRoute['handle'] = (request, caller) => {
    const workspace = workspaceOf(context, request);
    const reservation = findReservation(workspace, request);
    requireSelf(caller, reservation.workerSid);
    return show(workspace, reservation);
  };

  const update: RpcRoute['handle'] = (request, caller) => {
    const workspace = workspaceOf(context, request);
    const { sid, workerSid } = findReservation(workspace, request);
    requireSelf(caller, workerSid);
    return showReservation(accountSid, workspace.reservations.update(sid, readReservationChange(request)));
  };

  return [
    {
      method: 'GET',
      pattern: LIST,
      handle: (request, caller) => {
        const workerSid = pathSid(request, 'workerSid');
        requireSelf(caller, workerSid);
        const workspace = workspaceOf(context, request);
        const onlyActive = queryOf(request).flag('Active') ?? false;
        const reservations = workspace.reservations
          .ofWorker(workerSid)
          .filter(({ reservationStatus }) => !onlyActive || ACTIVE.includes(reservationStatus))
          .filter(({ taskSid }) => workspace.tasks.find(taskSid) !== undefined);
        return listPage(request, reservations, (reservation) => show(workspace, reservation));
      },
    },
    { method: 'GET', pattern: ONE, handle: fetchOne },
    { method: 'POST', pattern: ONE, handle: update },
    { method: 'GET', pattern: OF_TASK, handle: fetchOne },
    { method: 'POST', pattern: OF_TASK, handle: update },
  ];
}
