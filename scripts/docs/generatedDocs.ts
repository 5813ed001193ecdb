import { documentSettings, healthContract, type ConfigSpec, type DocumentedSetting } from '@patchbay/shared';
import {
  attributionTransferContracts,
  disconnectRecoveryContracts,
  segmentLookupContracts,
  type Contract,
} from '@patchbay/shared/contracts';
import { openApiDocument } from '@patchbay/shared/openapi';
import { wiring as attributionTransfer } from '../../serverless/attribution-transfer/src/wiring';
import { wiring as disconnectRecovery } from '../../serverless/disconnect-recovery/src/wiring';
import { wiring as segmentLookup } from '../../serverless/segment-lookup/src/wiring';

const SERVICES = [
  documented('Attribution transfer', attributionTransfer, attributionTransferContracts),
  documented('Disconnect recovery', disconnectRecovery, disconnectRecoveryContracts),
  documented('Segment lookup', segmentLookup, segmentLookupContracts),
];

function documented<Config extends object>(
  title: string,
  {
    service,
    version,
    config,
  }: { readonly service: string; readonly version: string; readonly config: ConfigSpec<Config> },
  contracts: readonly Contract[],
) {
  return { title, service, version, contracts, settings: documentSettings(config, contracts) };
}

/** Every file of the documentation that is made from the code: its path in the repository and its text. */
export function generatedDocs(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { service, version, contracts, title } of SERVICES) {
    const document = openApiDocument([...contracts, healthContract], { title, version });
    files.set(`docs/openapi/${service}.json`, `${JSON.stringify(document, null, 2)}\n`);
  }
  files.set('docs/configuration.md', configuration());
  files.set('.env.example', environmentExample());
  return files;
}

const configuration = (): string =>
  [
    '# Configuration',
    '',
    '<!-- Made from the code by `npm run docs`; do not edit. -->',
    '',
    'Every variable a service reads. Variables are set per environment in Twilio Functions (`.env` when you deploy).',
    'Functions have no start: a missing one is a 500 that lists everything missing, and `/health` says it before a call does.',
    ...SERVICES.flatMap(({ service, settings }) => [
      '',
      `## ${service}`,
      '',
      '| Variable | What it is | Default |',
      '| --- | --- | --- |',
      ...settings.map(row),
    ]),
    '',
  ].join('\n');

/** The platform sets these itself, and its uploader leaves them out. */
const OF_THE_PLATFORM = new Set(['ACCOUNT_SID', 'AUTH_TOKEN']);

const environmentExample = (): string =>
  [
    '# Made from the code by `npm run docs`. Copy the part of a service to serverless/<service>/.env and fill it in.',
    '# Every line of that file is uploaded as a variable: put nothing else there.',
    ...SERVICES.flatMap(({ service, settings }) => [
      '',
      `# ---- ${service} ----`,
      ...settings
        .filter(({ name }) => !OF_THE_PLATFORM.has(name))
        .flatMap(({ name, description, required, fallback = '' }) => [
          `# ${description}`,
          required ? `${name}=` : `# ${name}=${fallback}`,
        ]),
    ]),
    '',
  ].join('\n');

const row = ({ name, aliases, description, required, secret, fallback }: DocumentedSetting): string => {
  const also = aliases.length > 0 ? ` (also ${aliases.map(code).join(', ')})` : '';
  const standard = required
    ? '**required**'
    : fallback === undefined || fallback === ''
      ? '–'
      : code(fallback);
  return `| ${code(name)}${also} | ${secret ? 'Secret. ' : ''}${description.replaceAll('|', '\\|')} | ${standard} |`;
};

const code = (text: string): string => `\`${text}\``;
