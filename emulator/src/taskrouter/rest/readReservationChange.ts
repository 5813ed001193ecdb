import { given } from '../../kernel/given';
import { formOf } from '../../kernel/parameters';
import type { TwilioRequest } from '../../kernel/route';
import type { ReservationChange } from '../engine/operations';
import { versionIfMatch } from './entityTag';
import { readInstruction } from './readInstruction';

/** What an update of a reservation asks for, by REST or over the event bridge. Throws 400/20001 or 412/20412. */
export function readReservationChange(request: TwilioRequest): ReservationChange {
  const form = formOf(request);
  return given({
    reservationStatus: form.text('ReservationStatus'),
    workerActivitySid: form.text('WorkerActivitySid'),
    ...readInstruction(request.form),
    ifVersion: versionIfMatch(request),
  });
}
