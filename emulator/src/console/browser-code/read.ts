import { isObject } from '../../kernel/isObject';

/** Reads what the administration answers, which is only known to be JSON. */
export const textAt = (value: unknown, name: string): string | undefined => {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === 'string' ? found : undefined;
};

export const numberAt = (value: unknown, name: string): number | undefined => {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === 'number' ? found : undefined;
};

/** Empty where there is no list. */
export const listAt = (value: unknown, name: string): readonly unknown[] => {
  const found: unknown = isObject(value) ? value[name] : undefined;
  return Array.isArray(found) ? found : [];
};

/** Empty where there is no object. */
export const recordAt = (value: unknown, name: string): Readonly<Record<string, unknown>> => {
  const found = isObject(value) ? value[name] : undefined;
  return isObject(found) ? found : {};
};

/** The texts of a list; what isn't one is left out. */
export const textsAt = (value: unknown, name: string): readonly string[] =>
  listAt(value, name).filter((item) => typeof item === 'string');
