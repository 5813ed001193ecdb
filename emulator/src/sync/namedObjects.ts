import { notFound, TwilioError } from '../kernel/twilioError';
import type { TopLevelObject } from './model';

/** The Documents, Lists or Maps of one Service, found by SID or by unique name. */
export interface NamedObjects<T extends TopLevelObject> {
  find(sidOrUniqueName: string): T | undefined;
  /** 404 / 20404 when there is none; `path` is what the error names. */
  get(sidOrUniqueName: string, path: string): T;
  all(): readonly T[];
  /** 409 / 54301 when the unique name is taken, an expired but not yet collected object included. */
  refuseTaken(uniqueName: string | null): void;
  add(object: T): void;
  remove(object: T): void;
}

export function createNamedObjects<T extends TopLevelObject>(): NamedObjects<T> {
  const bySid = new Map<string, T>();
  const byName = new Map<string, T>();

  const find = (sidOrUniqueName: string): T | undefined =>
    bySid.get(sidOrUniqueName) ?? byName.get(sidOrUniqueName);

  return {
    find,
    get(sidOrUniqueName, path) {
      const found = find(sidOrUniqueName);
      if (found === undefined) throw notFound(path);
      return found;
    },
    all: () => [...bySid.values()],
    refuseTaken(uniqueName) {
      if (uniqueName !== null && byName.has(uniqueName)) {
        throw new TwilioError(409, 54301, 'Unique name already exists');
      }
    },
    add(object) {
      bySid.set(object.sid, object);
      if (object.uniqueName !== null) byName.set(object.uniqueName, object);
    },
    remove(object) {
      object.lifetime.end();
      bySid.delete(object.sid);
      if (object.uniqueName !== null) byName.delete(object.uniqueName);
    },
  };
}
