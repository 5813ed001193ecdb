import { page } from '../kernel/paging';
import { pathSid } from '../kernel/pathSid';
import type { Route } from '../kernel/route';
import { invalid } from '../kernel/twilioError';
import { MAX_PAGE_SIZE } from './maxPageSize';
import type { ServiceSettings } from './model';
import { removeService } from './removeService';
import { INITIAL_SETTINGS } from './services';
import { showService } from './show';
import type { Sync } from './sync';

/** `/v1/Services` and `/v1/Services/{Sid}`. */
export function serviceRoutes(sync: Sync): readonly Route[] {
  const { accountSid, clock, services } = sync;
  const collection = '/v1/Services';
  const instance = '/v1/Services/:serviceSid';
  return [
    {
      method: 'GET',
      pattern: collection,
      handle: (request) =>
        page(
          request,
          'services',
          services.all(),
          (service) => showService(accountSid, service),
          MAX_PAGE_SIZE,
        ),
    },
    {
      method: 'POST',
      pattern: collection,
      handle: ({ form }) => ({
        status: 201,
        body: showService(accountSid, services.create(readSettings(form, INITIAL_SETTINGS))),
      }),
    },
    {
      method: 'GET',
      pattern: instance,
      handle: (request) => ({
        status: 200,
        body: showService(accountSid, services.get(pathSid(request, 'serviceSid'))),
      }),
    },
    {
      method: 'POST',
      pattern: instance,
      handle: (request) => {
        const service = services.get(pathSid(request, 'serviceSid'));
        service.settings = readSettings(request.form, service.settings);
        service.dateUpdated = clock.now();
        return { status: 200, body: showService(accountSid, service) };
      },
    },
    {
      method: 'DELETE',
      pattern: instance,
      handle: (request) => {
        removeService(sync, services.get(pathSid(request, 'serviceSid')));
        return { status: 204 };
      },
    },
  ];
}

function readSettings(form: URLSearchParams, current: ServiceSettings): ServiceSettings {
  return {
    friendlyName: form.get('FriendlyName') ?? current.friendlyName,
    webhookUrl: form.get('WebhookUrl') ?? current.webhookUrl,
    webhooksFromRestEnabled: readFlag(form, 'WebhooksFromRestEnabled', current.webhooksFromRestEnabled),
    reachabilityWebhooksEnabled: readFlag(
      form,
      'ReachabilityWebhooksEnabled',
      current.reachabilityWebhooksEnabled,
    ),
    reachabilityDebouncingEnabled: readFlag(
      form,
      'ReachabilityDebouncingEnabled',
      current.reachabilityDebouncingEnabled,
    ),
    reachabilityDebouncingWindow: readMilliseconds(
      form,
      'ReachabilityDebouncingWindow',
      current.reachabilityDebouncingWindow,
    ),
    aclEnabled: readFlag(form, 'AclEnabled', current.aclEnabled),
  };
}

function readFlag(form: URLSearchParams, name: string, current: boolean): boolean {
  const text = form.get(name)?.toLowerCase();
  if (text === undefined) return current;
  if (text !== 'true' && text !== 'false') throw invalid(`${name} must be true or false`);
  return text === 'true';
}

function readMilliseconds(form: URLSearchParams, name: string, current: number): number {
  const text = form.get(name);
  if (text === null) return current;
  if (!/^\d{1,9}$/.test(text)) throw invalid(`${name} must be a number of milliseconds`);
  return Number(text);
}
