import { join } from 'node:path';
import type { AdminRoute } from '../admin/adminRoute';
import type { IdentityDirectory } from '../iam/identities';
import type { KernelContext } from '../kernel/context';
import type { Product } from '../kernel/route';
import { onceDone } from '../pages/onceDone';
import type { PageAnswerer } from '../pages/pageRoute';
import type { TaskRouterEngine } from '../taskrouter/engine';
import { assetRoutes, fontRoutes, soundRoutes, statusRoutes } from './assets/assetRoutes';
import type { FlexContext, FlexSids } from './flexContext';
import { buildFlexHost, flexUiVersion } from './host/buildFlexHost';
import { createFlexPages } from './pages/flexPages';
import { createPolicyViolations, type PolicyViolation } from './pages/policyViolations';
import { flexApiRoutes } from './rest/flexApiRoutes';
import { flexIamRoutes } from './rest/iamRoutes';
import { hostedFlexRoutes } from './rest/hostedFlexRoutes';
import { flexAdminRoutes } from './settings/flexAdminRoutes';
import { createFlexSettings, type FlexSettings, type FlexSettingsChange } from './settings/flexSettings';

export interface FlexOptions {
  /** Where the bundle of Flex UI is kept between runs; `.local/flex-host` of the working directory unless given. */
  readonly cacheFolder?: string;
}

/** The Services of the account that Flex works with. */
export type FlexServices = Pick<FlexSids, 'chatServiceSid' | 'flexServiceSid'>;

/** The local Flex as its creator holds it. */
export interface Flex {
  readonly products: readonly Product[];
  readonly admin: readonly AdminRoute[];
  readonly pages: PageAnswerer;
  settings(): FlexSettings;
  /** Merges: see FlexSettingsChange. Pages that are open see the change after a reload. */
  configure(change: FlexSettingsChange): FlexSettings;
  /** What pages tried to reach outside this machine. */
  violations(): readonly PolicyViolation[];
}

/** The Flex account: its REST, the assets Flex UI loads, and a page per user with the real Flex UI in it. */
export function createFlex(
  kernel: KernelContext,
  engine: TaskRouterEngine,
  identities: IdentityDirectory,
  services: FlexServices,
  options: FlexOptions = {},
): Flex {
  const { accountSid, clock, random } = kernel;
  const settings = createFlexSettings();
  const violations = createPolicyViolations();
  const context: FlexContext = {
    accountSid,
    clock,
    engine,
    identities,
    settings,
    sids: { instanceSid: random.sid('GO'), ...services },
    uiVersion: flexUiVersion(),
    inMachineTime: (aheadMs) => new Date(Date.now() + aheadMs).toISOString(),
  };
  const cacheFolder = options.cacheFolder ?? join(process.cwd(), '.local', 'flex-host');
  const host = onceDone(() => buildFlexHost(cacheFolder));

  return {
    products: [
      { name: 'iam', routes: flexIamRoutes(context) },
      { name: 'flex-api', routes: flexApiRoutes(context) },
      { name: 'flex', routes: hostedFlexRoutes(context) },
      { name: 'assets', routes: assetRoutes() },
      { name: 'sdk', routes: soundRoutes('') },
      { name: 'media', routes: soundRoutes('/sdk') },
      { name: 'fonts', routes: fontRoutes() },
      { name: 'status', routes: statusRoutes() },
    ],
    admin: flexAdminRoutes(settings, violations),
    pages: createFlexPages({ context, violations, host }),
    settings: () => settings.current(),
    configure: (change) => settings.configure(change),
    violations: () => violations.list(),
  };
}
