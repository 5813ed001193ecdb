import type { FaultPlan } from '../kernel/faults/faultPlan';
import { readFaultRule } from '../kernel/faults/readRule';
import { missing, ok, type AdminRoute } from './adminRoute';

/** The fault plan: POST one rule or a list of them, GET shows how often each struck, DELETE ends one or all. */
export function faultRoutes(faults: FaultPlan): readonly AdminRoute[] {
  return [
    { method: 'GET', pattern: '/_emulator/faults', handle: () => ok({ rules: faults.list() }) },
    {
      method: 'POST',
      pattern: '/_emulator/faults',
      handle: ({ json }) => {
        // Read all before adding any, so that a bad rule leaves the plan as it was.
        const rules = (Array.isArray(json) ? json : [json]).map((rule: unknown) => readFaultRule(rule));
        return { status: 201, body: { rules: rules.map((rule) => faults.add(rule)) } };
      },
    },
    {
      method: 'DELETE',
      pattern: '/_emulator/faults',
      handle: () => {
        faults.clear();
        return { status: 204 };
      },
    },
    {
      method: 'DELETE',
      pattern: '/_emulator/faults/:id',
      handle: ({ params: { id = '' } }) =>
        faults.remove(id) ? { status: 204 } : missing(`Fault rule ${id}`),
    },
  ];
}
