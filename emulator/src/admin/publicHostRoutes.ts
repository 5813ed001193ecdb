import { readFields, readText } from '../kernel/jsonFields';
import type { PublicHosts } from '../kernel/webhooks/publicHosts';
import { missing, ok, type AdminRoute } from './adminRoute';

/** Where webhooks to public hosts go: POST `{host, origin}`, e.g. `attribution-1234-dev.twil.io` → `http://127.0.0.1:3001`. */
export function publicHostRoutes(publicHosts: PublicHosts): readonly AdminRoute[] {
  return [
    { method: 'GET', pattern: '/_emulator/public-hosts', handle: () => ok(publicHosts.list()) },
    {
      method: 'POST',
      pattern: '/_emulator/public-hosts',
      handle: ({ json }) => {
        const fields = readFields(json, 'The body', ['host', 'origin']);
        publicHosts.set(readText(fields, 'host'), readText(fields, 'origin'));
        return ok(publicHosts.list());
      },
    },
    {
      method: 'DELETE',
      pattern: '/_emulator/public-hosts/:host',
      handle: ({ params: { host = '' } }) =>
        publicHosts.remove(host) ? { status: 204 } : missing(`Host ${host}`),
    },
  ];
}
