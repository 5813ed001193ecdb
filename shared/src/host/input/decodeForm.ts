import type * as z from 'zod/mini';
import type { FormKind } from './formKind';
import { fieldsOf, formKind } from './formKind';

/**
 * Gives the flat text fields of a form or query the types the schema expects: objects and lists are JSON text, booleans
 * `true` or `false`, numbers decimal. What can't be read stays text, for the schema to refuse.
 */
export function decodeForm(
  fields: Readonly<Record<string, unknown>>,
  schema: z.core.$ZodType,
): Readonly<Record<string, unknown>> {
  const decoded: Record<string, unknown> = { ...fields };
  for (const [name, field] of Object.entries(fieldsOf(schema))) {
    const value = fields[name];
    if (typeof value === 'string') decoded[name] = decodeText(value, formKind(field));
  }
  return decoded;
}

function decodeText(text: string, kind: FormKind): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'number':
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
    case 'json':
      return parseJson(text);
    case 'any':
      return /^\s*[[{]/.test(text) ? parseJson(text) : text;
  }
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
