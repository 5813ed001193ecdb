import type { Contract } from '../contracts/contract';
import type { ConfigSpec, Setting } from './config/setting';
import { corsConfig } from './cors';
import { gateOf } from './gates/gateOf';

/** A variable as documentation and `.env.example` show it. */
export interface DocumentedSetting {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly fallback: string | undefined;
}

/** Every variable a service with this configuration and these contracts reads, each once, by name. */
export function documentSettings<Config extends object>(
  config: ConfigSpec<Config>,
  contracts: readonly Pick<Contract, 'access'>[],
): readonly DocumentedSetting[] {
  const settings: readonly Setting<unknown>[] = [
    ...Object.values<Setting<unknown>>(config),
    ...Object.values<Setting<unknown>>(corsConfig),
    ...contracts.flatMap(({ access }) => gateOf(access).settings),
  ];
  const byName = new Map(settings.map((setting) => [setting.names[0], documented(setting)]));
  return [...byName.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}

const documented = ({
  names: [name, ...aliases],
  description,
  required,
  secret,
  fallbackText,
}: Setting<unknown>) => ({
  name,
  aliases,
  description,
  required,
  secret,
  fallback: fallbackText,
});
