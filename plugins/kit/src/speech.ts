/** Texts by key, with `{{names}}` to fill in. */
export type Strings<Key extends string = string> = Readonly<Record<Key, string>>;
export type Values = Readonly<Record<string, string | number | undefined>>;

/** Says the text of a key in the language Flex runs in. */
export type Speech<Key extends string> = (key: Key, values?: Values) => string;

/**
 * Adds a plugin's texts to Flex's, where a translation or a customer's own wording that is there already wins. Flex's
 * templates are HTML; these are read as plain text, so that nobody's name can become markup.
 */
export function createSpeech<Key extends string>(
  manager: { strings: object },
  strings: Strings<Key>,
): Speech<Key> {
  // A new object: Flex compiles its templates when `strings` is set, not when one is changed.
  manager.strings = { ...strings, ...manager.strings };
  return (key, values = {}) => {
    const text: unknown = Reflect.get(manager.strings, key);
    return (typeof text === 'string' ? text : strings[key]).replace(/{{\s*(\w+)\s*}}/g, (_, name: string) =>
      String(values[name] ?? ''),
    );
  };
}
