import { WorkflowConfigurationError } from './configurationError';

/** A JSON object of a workflow configuration and where it stands, so that each complaint can say where. */
export interface JsonObject {
  readonly path: string;
  readonly members: ReadonlyMap<string, unknown>;
}

/** Reads a value as an object. Throws WorkflowConfigurationError. */
export function readObject(value: unknown, path: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WorkflowConfigurationError(path, 'must be an object');
  }
  return { path, members: new Map<string, unknown>(Object.entries(value)) };
}

/** Reads a member as a list of objects; a missing one is an empty list. */
export function readObjects(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object.members.get(key) ?? [];
  const path = `${object.path}.${key}`;
  if (!Array.isArray(value)) throw new WorkflowConfigurationError(path, 'must be an array');
  return value.map((item, index) => readObject(item, `${path}[${index}]`));
}

/** Reads a member as text; missing, null and empty are null. */
export function readText(object: JsonObject, key: string): string | null {
  const value = object.members.get(key) ?? null;
  if (value === null || value === '') return null;
  if (typeof value !== 'string')
    throw new WorkflowConfigurationError(`${object.path}.${key}`, 'must be a string');
  return value;
}

/** Reads a member as a whole number ≥ 0, which Twilio also takes as text ("10"); missing and null are null. */
export function readWholeNumber(object: JsonObject, key: string): number | null {
  const value = object.members.get(key) ?? null;
  if (value === null || value === '') return null;
  const number = typeof value === 'string' && /^\s*\d+\s*$/u.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) {
    throw new WorkflowConfigurationError(`${object.path}.${key}`, 'must be a whole number');
  }
  return number;
}
