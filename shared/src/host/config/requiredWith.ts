import { documented, type Documentation, type Kind, type Setting } from './setting';
import { textOf } from './textOf';

/**
 * A variable without which the service does not work where another setting has this value; elsewhere it may be absent.
 * It counts as required when that value is the other's default.
 */
export const requiredWith = <Value>(
  other: Setting<unknown>,
  value: string,
  kind: Kind<Value>,
  about: Documentation,
): Setting<Value | undefined> => ({
  ...documented(about),
  required: other.fallbackText === value,
  read: (text, environment) => {
    if (text !== undefined) return kind(text);
    return (textOf(environment, other) ?? other.fallbackText) === value
      ? { missing: true }
      : { value: undefined };
  },
});
