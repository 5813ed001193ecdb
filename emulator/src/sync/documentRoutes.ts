import { page } from '../kernel/paging';
import { pathSid } from '../kernel/pathSid';
import type { Route, TwilioRequest } from '../kernel/route';
import { matchRevision } from './matchRevision';
import { MAX_PAGE_SIZE } from './maxPageSize';
import type { SyncDocument, SyncService } from './model';
import { readData, readTtl, readUniqueName } from './readForm';
import { replyWithETag, reviseData } from './revise';
import { showDocument } from './show';
import type { Sync } from './sync';

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
        const document = createDocument(sync, service, request.form);
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
        updateDocument(sync, document, request);
        return replyWithETag(200, document, show(service)(document));
      },
    },
    {
      // No If-Match: the API has no conditional delete of Documents, whoever deletes, deletes what is there.
      method: 'DELETE',
      pattern: instance,
      handle: (request) => {
        const { service, document } = find(request);
        document.limiter.write(0);
        service.documents.remove(document);
        return { status: 204 };
      },
    },
  ];
}

function createDocument(sync: Sync, service: SyncService, form: URLSearchParams): SyncDocument {
  const uniqueName = readUniqueName(form);
  const data = readData(form)?.value ?? {};
  const ttl = readTtl(form, ['Ttl']);
  service.documents.refuseTaken(uniqueName);
  service.countCreate();
  const now = sync.clock.now();
  const document: SyncDocument = {
    sid: sync.random.sid('ET'),
    uniqueName,
    data,
    revision: 0,
    dateCreated: now,
    dateUpdated: now,
    limiter: sync.limiter.forObject(),
    lifetime: sync.lifetimes(() => {
      service.documents.remove(document);
    }),
  };
  if (ttl !== undefined) document.lifetime.set(ttl);
  service.documents.add(document);
  return document;
}

function updateDocument(sync: Sync, document: SyncDocument, request: TwilioRequest): void {
  const data = readData(request.form);
  const ttl = readTtl(request.form, ['Ttl']);
  document.limiter.write(data?.bytes ?? 0);
  matchRevision(request, document, { code: 54103, noun: 'Document' });
  if (data !== undefined) reviseData(document, data.value, sync.clock.now());
  if (ttl !== undefined) document.lifetime.set(ttl);
}
