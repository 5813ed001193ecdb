import { InvalidInput, readBoolean, readFields, readText } from '../kernel/jsonFields';
import type { Networks } from '../kernel/networks';
import { ok, type AdminRoute } from './adminRoute';

/** A label of a host name. */
const PAGE = /^[a-z0-9-]{1,63}$/;
/** More pages off than this are a loop in a test. */
const MOST_OFF = 1_000;

/** Whose computer has a network: POST `{page, online}` pulls or plugs a cable, GET shows pages and their open sockets. */
export function networkRoutes(networks: Networks): readonly AdminRoute[] {
  const show = () => ({ pages: networks.list() });
  return [
    { method: 'GET', pattern: '/_emulator/network', handle: () => ok(show()) },
    {
      method: 'POST',
      pattern: '/_emulator/network',
      handle: ({ json }) => {
        const fields = readFields(json, 'The body', ['page', 'online']);
        const page = readText(fields, 'page');
        if (!PAGE.test(page)) throw new InvalidInput('page must be the first label of a page, e.g. alice');
        const online = readBoolean(fields, 'online');
        if (!online && networks.list().length >= MOST_OFF)
          throw new RangeError(`At most ${MOST_OFF} pages are known`);
        networks.setOnline(page, online);
        return ok(show());
      },
    },
  ];
}
