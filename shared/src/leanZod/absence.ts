import { Schema } from './schema';
import { fine } from './values';

/** Or undefined: a field that may be absent. */
export const optional = (innerType: Schema): Schema => {
  const optin = innerType._zod.optin === 'defaulted' ? 'defaulted' : 'optional';
  return new Schema({ def: { type: 'optional', innerType }, optin, optout: 'optional' }, (value) =>
    value === undefined && optin === 'optional' ? fine(value) : innerType.read(value),
  );
};

/** Or null. */
export const nullable = (innerType: Schema): Schema =>
  new Schema({ ...innerType._zod, def: { type: 'nullable', innerType } }, (value) =>
    value === null ? fine(value) : innerType.read(value),
  );

export const nullish = (innerType: Schema): Schema => optional(nullable(innerType));

const withDefault = (innerType: Schema, defaultValue: string | number | boolean | null): Schema =>
  new Schema({ def: { type: 'default', innerType, defaultValue }, optin: 'defaulted' }, (value) =>
    value === undefined ? fine(defaultValue) : innerType.read(value),
  );

export { withDefault as _default };
