/** The given fields of a change: absent ones leave the resource as it is. */
export function given<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const result: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  let key: keyof T;
  for (key in change) {
    const value = change[key];
    if (isGiven(value)) result[key] = value;
  }
  return result;
}

const isGiven = <V>(value: V): value is Exclude<V, undefined> => value !== undefined;
