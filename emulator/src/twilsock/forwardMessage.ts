import { STATUS_CODES } from 'node:http';
import type { TunnelAnswerer } from './answerTunnelled';
import type { Frame } from './frame';
import { readHttpRequest } from './readHttpRequest';
import { OK, type Status } from './status';
import type { TunnelSession } from './tunnel';
import type { Wire } from './wire';

const NOT_HTTP: Status = {
  code: 400,
  status: 'BAD_REQUEST',
  description: 'http_request is missing or wrong',
};
const NO_GRANT: Status = { code: 403, status: 'FORBIDDEN', description: 'The token has no such grant' };

/** Answers a `message`: the request it carries goes to its route, and what the route says comes back. Never rejects. */
export async function forwardMessage(
  wire: Wire,
  answer: TunnelAnswerer,
  frame: Frame,
  session: TunnelSession | undefined,
): Promise<void> {
  const { id } = frame.header;
  const request = readHttpRequest(frame);
  if (!request || !session) {
    wire.reply(id, request ? NO_GRANT : NOT_HTTP);
    return;
  }
  const { outcome, after } = await answer(request, frame, session);
  if (outcome.kind === 'cut') {
    wire.cut();
    return;
  }
  const { status, headers = {}, body } = outcome.reply;
  const httpStatus = { code: status, status: STATUS_CODES[status] ?? '' };
  // twilio-sync reads fields of the body of a 200 and of a 204 alike: without one there must be an empty object.
  wire.reply(id, OK, { http_status: httpStatus, http_headers: headers }, body ?? {});
  if (wire.isOpen()) after();
}
