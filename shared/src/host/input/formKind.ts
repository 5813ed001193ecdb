import { isObject } from '../../isObject';

/** A schema, of which its description is read. */
export interface Described {
  readonly _zod: { readonly def: { readonly type: string } };
}

/** How a schema's values are written in a form. */
export type FormKind = 'text' | 'flag' | 'number' | 'json' | 'any';

const KINDS: Readonly<Partial<Record<string, FormKind>>> = {
  boolean: 'flag',
  number: 'number',
  int: 'number',
  object: 'json',
  array: 'json',
  record: 'json',
  tuple: 'json',
  intersection: 'json',
  any: 'any',
  unknown: 'any',
};

/** How values of `schema` are written in a form; `any` when they may be text or JSON. */
export function formKind(schema: Described): FormKind {
  const { def } = schema._zod;
  if ('innerType' in def && isSchema(def.innerType)) return formKind(def.innerType);
  if ('in' in def && isSchema(def.in)) return formKind(def.in);
  if (def.type === 'literal' && 'values' in def && Array.isArray(def.values))
    return literalKind(def.values[0]);
  if (def.type === 'union' && 'options' in def && Array.isArray(def.options)) {
    const kinds = new Set(def.options.filter(isSchema).map(formKind));
    const [only, ...others] = kinds;
    return only !== undefined && others.length === 0 ? only : 'any';
  }
  return KINDS[def.type] ?? 'text';
}

/** The fields of an object schema, none of any other. */
export function fieldsOf(schema: Described): Readonly<Record<string, Described>> {
  const { def } = schema._zod;
  if (!('shape' in def) || !isObject(def.shape)) return {};
  return Object.fromEntries(
    Object.entries(def.shape).filter((entry): entry is [string, Described] => isSchema(entry[1])),
  );
}

const literalKind = (value: unknown): FormKind =>
  typeof value === 'boolean' ? 'flag' : typeof value === 'number' ? 'number' : 'text';

const isSchema = (value: unknown): value is Described => isObject(value) && '_zod' in value;
