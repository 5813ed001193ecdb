import { ok, type AdminRoute } from '../../admin/adminRoute';
import type { PolicyViolations } from '../pages/policyViolations';
import type { FlexSettingsStore } from './flexSettings';
import { readFlexChange } from './readFlexChange';

/** The local Flex: GET shows how it is set up and what its pages tried against their policy, POST changes it. */
export function flexAdminRoutes(
  settings: FlexSettingsStore,
  violations: PolicyViolations,
): readonly AdminRoute[] {
  const show = () => ok({ ...settings.current(), violations: violations.list() });
  return [
    { method: 'GET', pattern: '/_emulator/flex', handle: show },
    {
      method: 'POST',
      pattern: '/_emulator/flex',
      handle: ({ json }) => {
        settings.configure(readFlexChange(json));
        return show();
      },
    },
    {
      method: 'DELETE',
      pattern: '/_emulator/flex/violations',
      handle: () => {
        violations.clear();
        return { status: 204 };
      },
    },
  ];
}
