import { problemsOf, tryConfig, type ConfigSpec } from '@patchbay/shared';
import { settings } from '../../../serverless/attribution-transfer/src/settings';
import { attributionWorkspace } from '../../../serverless/attribution-transfer/src/workspace';
import { recoveryWorkspace } from '../../../serverless/disconnect-recovery/src/workspace';
import type { EventEntrance } from '../describe/describeSink';
import type { Installation } from '../describe/installation';
import type { ProvisionOptions, Provisionable } from './readOptions';

type Environment = Readonly<Record<string, string | undefined>>;
/** What is set for each service: its env file, and above that the environment. */
export type Environments = Readonly<Record<Provisionable, Environment>>;

/** As the services read it, so that both mean the same companies. */
const companies: ConfigSpec<{ affiliations: readonly { readonly name: string }[] }> = {
  affiliations: settings.affiliations,
};

const ENTRANCES: Readonly<Record<Provisionable, Pick<EventEntrance, 'path' | 'types'>>> = {
  'attribution-transfer': { path: '/attribution-task-events', types: attributionWorkspace([]).events },
  'disconnect-recovery': { path: '/task-event-handler', types: recoveryWorkspace.events },
};

/** What the options ask for; throws, with what to do, when the companies are missing or unreadable. */
export function chooseInstallation(options: ProvisionOptions, environments: Environments): Installation {
  const { services, voiceWorkflows, everyoneQueue } = options;
  const AFFILIATIONS = options.affiliations ?? environments['attribution-transfer']['AFFILIATIONS'];
  return {
    ...(services.includes('attribution-transfer') && {
      affiliations: readCompanies(AFFILIATIONS),
    }),
    ...(services.includes('disconnect-recovery') && { recovery: { voiceWorkflows, everyoneQueue } }),
    entrances: services.flatMap((service) => {
      const domain = options.domains.get(service);
      const login = environments[service]['EVENTS_BASIC_AUTH'];
      if (domain === undefined || !login) return [];
      return [{ service, domain, login: checked(service, login), ...ENTRANCES[service] }];
    }),
  };
}

/** It becomes a part of an address, where other characters would mean something. */
function checked(service: string, login: string): string {
  if (/^[\w.~-]+:[\w.~-]+$/.test(login)) return login;
  throw new Error(
    `EVENTS_BASIC_AUTH of ${service} must be user:password of letters, digits and . _ ~ - only: it becomes part of an address.`,
  );
}

function readCompanies(AFFILIATIONS: string | undefined): readonly string[] {
  const reading = tryConfig({ AFFILIATIONS }, companies);
  if (reading.ok) return reading.config.affiliations.map(({ name }) => name);
  throw new Error(
    `${problemsOf(reading).join('; ')}: say the companies by --affiliations, or leave attribution transfer out by --only disconnect-recovery.`,
  );
}
