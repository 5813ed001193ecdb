/**
 * A TaskRouter expression that is true for tasks whose attribute `name` equals `value`. Throws a TypeError for names that
 * are no path (hyphens are illegal in keys) and values that can't be quoted, because the language has no escapes.
 */
export const attributeExpression = (name: string, value: string): string => {
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(name)) throw new TypeError('not an attribute path');
  if (!/^[^"\\\p{Cc}]*$/u.test(value))
    throw new TypeError('value cannot be quoted in a TaskRouter expression');
  return `${name} == "${value}"`;
};
