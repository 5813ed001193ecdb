import type { FaultPlan } from '../kernel/faults/faultPlan';
import { optional, readFields, readText } from '../kernel/jsonFields';
import type { Networks } from '../kernel/networks';
import { ok, type AdminRoute } from './adminRoute';

/**
 * For what stands in for another part of Twilio, as a gateway in front of functions: POST `{host, method, path, origin?}`
 * tells what strikes this request (asking counts), and whether the page at this origin has a network at all.
 */
export const strikeRoutes = (faults: FaultPlan, networks: Networks): readonly AdminRoute[] => [
  {
    method: 'POST',
    pattern: '/_emulator/faults/strike',
    handle: ({ json }) => {
      const fields = readFields(json, 'The body', ['host', 'method', 'path', 'origin']);
      const { origin } = optional(fields, 'origin', () => readText(fields, 'origin'));
      // What never leaves the page's computer strikes nothing.
      if (origin !== undefined && !networks.isOnline(origin)) return ok({ online: false, effects: [] });
      const subject = {
        host: readText(fields, 'host').toLowerCase(),
        method: readText(fields, 'method').toUpperCase(),
        path: readText(fields, 'path'),
      };
      // A preflight is the browser's own question: as at Twilio's hosts here, faults leave it alone.
      const effects = subject.method === 'OPTIONS' ? [] : faults.strikeRequest(subject);
      return ok({ online: true, effects });
    },
  },
];
