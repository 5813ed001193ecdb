import { isObject } from '../kernel/isObject';
import { invalid } from '../kernel/twilioError';
import { EVENT_TYPES, latestVersionOf } from './catalogue';
import { parseJson } from './parseJson';

/** The repeated `Types` objects `{type, schema_version?}` of a new subscription, as schema versions by type. */
export function readTypes(form: URLSearchParams): Map<string, number> {
  const texts = form.getAll('Types');
  if (texts.length === 0) throw invalid('Missing required parameter Types in the post body');
  return new Map(
    texts.map((text) => {
      const entry = parseJson('Types', text);
      if (!isObject(entry) || typeof entry['type'] !== 'string')
        throw invalid('Types must be {type, schema_version}');
      return [entry['type'], checkVersion(entry['type'], entry['schema_version'])] as const;
    }),
  );
}

/** The `SchemaVersion` of the form, by default the newest of the type. */
export function readSchemaVersion(form: URLSearchParams, type: string): number {
  const text = form.get('SchemaVersion');
  return checkVersion(type, text === null ? undefined : Number(text));
}

/** 400 / 20001 for a type that doesn't exist (here) or a version it doesn't have. */
function checkVersion(type: string, version: unknown): number {
  if (!EVENT_TYPES.has(type)) throw invalid(`Type not found in the system: ${type}`);
  const latest = latestVersionOf(type);
  if (version === undefined) return latest;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > latest) {
    throw invalid(`Schema version not found for type ${type}`);
  }
  return version;
}
