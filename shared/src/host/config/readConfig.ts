import { ConfigurationMissing } from '../../errors/configurationMissing';
import type { ConfigSpec, Setting } from './setting';

type Environment = Readonly<Record<string, unknown>>;

/** The settings read from the environment. Throws ConfigurationMissing with everything that is missing or unreadable. */
export function readConfig<Config extends object>(
  environment: Environment,
  spec: ConfigSpec<Config>,
): Config {
  const config: Partial<Config> = {};
  const problems: string[] = [];
  for (const name in spec) {
    const setting = spec[name];
    const reading = setting.read(textOf(environment, setting));
    if ('value' in reading) config[name] = reading.value;
    else
      problems.push(
        'missing' in reading ? `Missing ${setting.names[0]}` : `${setting.names[0]} ${reading.problem}`,
      );
  }
  if (!isComplete(config, spec)) throw new ConfigurationMissing(problems);
  return config;
}

/** What readConfig would complain about; empty when nothing. */
export function configProblems<Config extends object>(
  environment: Environment,
  spec: ConfigSpec<Config>,
): readonly string[] {
  try {
    readConfig(environment, spec);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationMissing) return error.details ?? [];
    throw error;
  }
}

// An empty variable counts as absent: Twilio's uploader leaves empty ones out, the local runtime does not.
function textOf(environment: Environment, setting: Setting<unknown>): string | undefined {
  for (const name of setting.names) {
    const text = environment[name];
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
  }
  return undefined;
}

const isComplete = <Config extends object>(
  config: Partial<Config>,
  spec: ConfigSpec<Config>,
): config is Config => Object.keys(spec).every((name) => name in config);
