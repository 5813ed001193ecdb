import { TwilioError } from '../../kernel/twilioError';
import type { TunnelRequest, TunnelRoute } from '../../twilsock/tunnel';
import { createDocument, removeDocument, updateDocument } from '../documents';
import type { Sync } from '../sync';
import { client } from '../writer';
import { readBody } from './readBody';
import { serviceOfSession } from './serviceOfSession';
import { showDocument, type View } from './showObject';

/** `/v3/Documents` and `/v3/Documents/{Sid or UniqueName}`. */
export function clientDocumentRoutes(sync: Sync, base: string): readonly TunnelRoute[] {
  const collection = { host: 'cds', pattern: `${base}/Documents` };
  const instance = { host: 'cds', pattern: `${base}/Documents/:document` };
  const open = (request: TunnelRequest): View => ({
    accountSid: sync.accountSid,
    host: request.host,
    service: serviceOfSession(sync, request),
  });
  const find = (request: TunnelRequest) => {
    const view = open(request);
    const document = view.service.documents.find(request.params['document'] ?? '');
    if (!document) throw new TwilioError(404, 54100, 'Document not found');
    return { view, document };
  };

  return [
    {
      ...collection,
      method: 'POST',
      handle: (request) => {
        const view = open(request);
        const { uniqueName, data, ttl } = readBody(request);
        const write = { uniqueName, data: data?.value ?? {}, ttl };
        const document = createDocument(sync, view.service, client(request.session.identity.identity), write);
        return { status: 201, body: showDocument(view, document) };
      },
    },
    {
      ...instance,
      method: 'GET',
      handle: (request) => {
        const { view, document } = find(request);
        document.limiter.read();
        return { status: 200, body: showDocument(view, document) };
      },
    },
    {
      ...instance,
      method: 'POST',
      handle: (request) => {
        const { view, document } = find(request);
        const writer = client(request.session.identity.identity);
        updateDocument(sync, view.service, document, writer, readBody(request));
        return { status: 200, body: showDocument(view, document) };
      },
    },
    {
      ...instance,
      method: 'DELETE',
      handle: (request) => {
        const { view, document } = find(request);
        removeDocument(sync, view.service, document, client(request.session.identity.identity));
        return { status: 204 };
      },
    },
  ];
}
