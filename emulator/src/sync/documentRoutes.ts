import { page } from '../kernel/paging';
import { pathSid } from '../kernel/pathSid';
import type { Route, TwilioRequest } from '../kernel/route';
import { createDocument, removeDocument, updateDocument } from './documents';
import { MAX_PAGE_SIZE } from './maxPageSize';
import type { SyncDocument, SyncService } from './model';
import { readData, readTtl, readUniqueName } from './readForm';
import { replyWithETag } from './revise';
import { showDocument } from './show';
import type { Sync } from './sync';
import { REST } from './writer';

/** `/v1/Services/{ServiceSid}/Documents` and `/Documents/{Sid or UniqueName}`. */
export function documentRoutes(sync: Sync): readonly Route[] {
  const collection = '/v1/Services/:serviceSid/Documents';
  const instance = `${collection}/:documentSid`;
  const show = (service: SyncService) => (document: SyncDocument) =>
    showDocument(sync.accountSid, service, document);
  const find = (request: TwilioRequest): { service: SyncService; document: SyncDocument } => {
    const service = sync.services.owning(pathSid(request, 'serviceSid'));
    return { service, document: service.documents.get(pathSid(request, 'documentSid'), request.path) };
  };

  return [
    {
      method: 'GET',
      pattern: collection,
      handle: (request) => {
        const service = sync.services.owning(pathSid(request, 'serviceSid'));
        return page(request, 'documents', service.documents.all(), show(service), MAX_PAGE_SIZE);
      },
    },
    {
      method: 'POST',
      pattern: collection,
      handle: (request) => {
        const service = sync.services.owning(pathSid(request, 'serviceSid'));
        const document = createDocument(sync, service, REST, {
          uniqueName: readUniqueName(request.form),
          data: readData(request.form)?.value ?? {},
          ttl: readTtl(request.form, ['Ttl']),
        });
        return replyWithETag(201, document, show(service)(document));
      },
    },
    {
      method: 'GET',
      pattern: instance,
      handle: (request) => {
        const { service, document } = find(request);
        document.limiter.read();
        return replyWithETag(200, document, show(service)(document));
      },
    },
    {
      method: 'POST',
      pattern: instance,
      handle: (request) => {
        const { service, document } = find(request);
        updateDocument(sync, service, document, REST, {
          data: readData(request.form),
          ttl: readTtl(request.form, ['Ttl']),
          ifMatch: request.headers['if-match'],
        });
        return replyWithETag(200, document, show(service)(document));
      },
    },
    {
      // No If-Match: the API has no conditional delete of Documents, whoever deletes, deletes what is there.
      method: 'DELETE',
      pattern: instance,
      handle: (request) => {
        const { service, document } = find(request);
        removeDocument(sync, service, document, REST);
        return { status: 204 };
      },
    },
  ];
}
