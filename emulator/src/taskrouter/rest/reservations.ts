import { isoDate, page } from '../../kernel/paging';
import { queryOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import type { TaskRouterEngine } from '../engine/engine';
import type { Reservation } from '../engine/model';
import type { WorkspaceEngine } from '../engine/operations';
import { entityTag } from './entityTag';
import { urlOf } from './links';
import { readReservationChange } from './readReservationChange';
import { ok } from './replies';
import { defineRoutes } from './workspaceRoute';

/** A reservation is reachable below its task and below its worker, with the same content and another URL. */
type Parent = 'Tasks' | 'Workers';

const STATUSES = [
  'pending',
  'accepted',
  'rejected',
  'timeout',
  'canceled',
  'rescinded',
  'wrapping',
  'completed',
] as const;

export const reservationRoutes = (engine: TaskRouterEngine): readonly Route[] => [
  ...routesBelow(engine, 'Tasks'),
  ...routesBelow(engine, 'Workers'),
];

function routesBelow(engine: TaskRouterEngine, parent: Parent): readonly Route[] {
  const route = defineRoutes(engine);
  const path = `/${parent}/:parentSid/Reservations`;
  const show = (reservation: Reservation): unknown => showReservation(reservation, parent, engine.accountSid);
  return [
    route('GET', path, (workspace, request) => {
      const query = queryOf(request);
      const status = query.choice('ReservationStatus', STATUSES);
      const workerSid = query.text('WorkerSid');
      const found = reservationsBelow(workspace, parent, pathSid(request, 'parentSid'))
        .filter((reservation) => reservation.reservationStatus === (status ?? reservation.reservationStatus))
        .filter((reservation) => reservation.workerSid === (workerSid ?? reservation.workerSid));
      return page(request, 'reservations', found, show);
    }),
    route('GET', `${path}/:sid`, (workspace, request) => {
      const reservation = reservationIn(workspace, parent, request);
      return ok(show(reservation), entityTag(reservation.version));
    }),
    route('POST', `${path}/:sid`, (workspace, request) => {
      const { sid } = reservationIn(workspace, parent, request);
      const reservation = workspace.reservations.update(sid, readReservationChange(request));
      return ok(show(reservation), entityTag(reservation.version));
    }),
  ];
}

function reservationsBelow(workspace: WorkspaceEngine, parent: Parent, sid: string): readonly Reservation[] {
  if (parent === 'Tasks') return workspace.reservations.ofTask(workspace.tasks.get(sid).sid);
  return workspace.reservations.ofWorker(workspace.workers.get(sid).sid);
}

function reservationIn(workspace: WorkspaceEngine, parent: Parent, request: TwilioRequest): Reservation {
  const reservation = workspace.reservations.find(pathSid(request, 'sid'));
  const owner = parent === 'Tasks' ? reservation?.taskSid : reservation?.workerSid;
  if (reservation === undefined || owner !== pathSid(request, 'parentSid')) throw notFound(request.path);
  return reservation;
}

function showReservation(reservation: Reservation, parent: Parent, accountSid: string): unknown {
  const { workspaceSid, taskSid, workerSid } = reservation;
  const task = urlOf(workspaceSid, 'Tasks', taskSid);
  const worker = urlOf(workspaceSid, 'Workers', workerSid);
  return {
    account_sid: accountSid,
    date_created: isoDate(reservation.dateCreated),
    date_updated: isoDate(reservation.dateUpdated),
    links: { task, worker, workspace: urlOf(workspaceSid) },
    reservation_status: reservation.reservationStatus,
    sid: reservation.sid,
    task_sid: taskSid,
    url: `${parent === 'Tasks' ? task : worker}/Reservations/${reservation.sid}`,
    worker_name: reservation.workerName,
    worker_sid: workerSid,
    workspace_sid: workspaceSid,
  };
}
