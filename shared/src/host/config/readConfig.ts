import { ConfigurationMissing } from '../../errors/configurationMissing';
import type { ConfigSpec } from './setting';
import { textOf } from './textOf';

type Environment = Readonly<Record<string, unknown>>;

/** The settings, or everything that is missing or unreadable. */
export type ConfigReading<Config> =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the settings from the environment. */
export function tryConfig<Config extends object>(
  environment: Environment,
  spec: ConfigSpec<Config>,
): ConfigReading<Config> {
  const config: Partial<Config> = {};
  const problems: string[] = [];
  for (const name in spec) {
    const setting = spec[name];
    const reading = setting.read(textOf(environment, setting), environment);
    if ('value' in reading) config[name] = reading.value;
    else
      problems.push(
        'missing' in reading ? `Missing ${setting.names[0]}` : `${setting.names[0]} ${reading.problem}`,
      );
  }
  return isComplete(config, spec) ? { ok: true, config } : { ok: false, problems };
}

/** The settings read from the environment. Throws ConfigurationMissing with everything that is missing or unreadable. */
export function readConfig<Config extends object>(
  environment: Environment,
  spec: ConfigSpec<Config>,
): Config {
  const reading = tryConfig(environment, spec);
  if (!reading.ok) throw new ConfigurationMissing(reading.problems);
  return reading.config;
}

/** What readConfig would complain about; empty when nothing. */
export const problemsOf = (reading: ConfigReading<unknown>): readonly string[] =>
  reading.ok ? [] : reading.problems;

const isComplete = <Config extends object>(
  config: Partial<Config>,
  spec: ConfigSpec<Config>,
): config is Config => Object.keys(spec).every((name) => name in config);
