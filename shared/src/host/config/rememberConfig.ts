import { tryConfig, type ConfigReading } from './readConfig';
import type { ConfigSpec, Setting } from './setting';
import { textOf } from './textOf';

type Environment = Readonly<Record<string, unknown>>;

/**
 * Reads settings as `tryConfig` does, and once only while their texts stay the same: each request brings an environment of
 * its own, but an instance's variables don't change.
 */
export function rememberConfig<Config extends object>(
  spec: ConfigSpec<Config>,
): (environment: Environment) => ConfigReading<Config> {
  const settings = Object.values<Setting<unknown>>(spec);
  let texts: readonly (string | undefined)[] = [];
  let reading: ConfigReading<Config> | undefined;
  return (environment) => {
    const current = settings.map((setting) => textOf(environment, setting));
    if (reading === undefined || current.some((text, index) => text !== texts[index])) {
      texts = current;
      reading = tryConfig(environment, spec);
    }
    return reading;
  };
}
