import { below, type Flaw, flaw } from './flaw';
import { Schema, type Shape } from './schema';
import { mistyped, unknown } from './values';

export const array = (element: Schema): Schema =>
  new Schema({ def: { type: 'array', element } }, (value) => {
    if (!Array.isArray(value)) return mistyped(value, 'array');
    const entries = Array.from(value, (entry) => element.read(entry));
    return {
      value: entries.map((entry) => entry.value),
      flaws: entries.flatMap(({ flaws }, index) => below(index, flaws)),
    };
  });

/** An object with these fields; others are left out. */
export const object = (shape: Shape): Schema => fields(shape);

/** An object with these fields; others stay as they are. */
export const looseObject = (shape: Shape): Schema => fields(shape, unknown());

/** An object schema whose other fields are read by `others`. */
export const catchall = ({ shape }: Schema, others: Schema): Schema => fields(shape, others);

/** A field that may be anything has to be there all the same. */
const MISSING = flaw('grave', { code: 'invalid_type', expected: 'nonoptional' });

const fields = (shape: Shape, others?: Schema): Schema =>
  new Schema({ def: { type: 'object', shape, ...(others && { catchall: others }) } }, (value) => {
    if (!isRecord(value)) return mistyped(value, 'object');
    const made: Record<string, unknown> = {};
    const flaws: Flaw[] = [];
    const take = (name: string, schema: Schema): void => {
      // Assigned it would become the prototype.
      if (name === '__proto__') return;
      const isPresent = name in value;
      const { optin, optout } = schema._zod;
      if (!isPresent && optin === 'optional' && optout === 'optional') return;
      const field = schema.read(value[name]);
      const isMissing = !isPresent && optin === undefined && field.flaws.length === 0;
      for (const found of below(name, isMissing ? [MISSING] : field.flaws)) flaws.push(found);
      if (isPresent || field.value !== undefined || optout === undefined) made[name] = field.value;
    };
    for (const [name, schema] of Object.entries(shape)) take(name, schema);
    if (others) for (const name in value) if (!Object.hasOwn(shape, name)) take(name, others);
    return { value: made, flaws };
  });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
