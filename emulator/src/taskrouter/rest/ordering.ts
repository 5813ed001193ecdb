import { invalid } from '../../kernel/twilioError';

/** The sortable attributes of a resource by the name that `Ordering` uses, e.g. `DateCreated`. */
export type SortKeys<T> = Readonly<Record<string, (item: T) => number | string>>;

/** Sorts by `Attribute:asc|desc` pairs joined by commas. Throws 400/20001 for any other text. */
export function orderBy<T>(
  items: readonly T[],
  ordering: string | undefined,
  keys: SortKeys<T>,
): readonly T[] {
  if (ordering === undefined || ordering === '') return items;
  const steps = ordering.split(',').map((pair) => {
    const [attribute = '', direction = 'asc', ...rest] = pair.trim().split(':');
    const key = Object.hasOwn(keys, attribute) ? keys[attribute] : undefined;
    const word = direction.toLowerCase();
    if (key === undefined || rest.length > 0 || (word !== 'asc' && word !== 'desc')) {
      throw invalid(`Ordering '${pair}' must be one of ${Object.keys(keys).join(', ')} with :asc or :desc`);
    }
    return { key, sign: word === 'asc' ? 1 : -1 };
  });
  return items.toSorted((a, b) => {
    for (const { key, sign } of steps) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
}
