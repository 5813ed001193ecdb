import { isObject } from '../isObject';
import { InvalidInput, optional, readBoolean, readFields, readNumber } from '../jsonFields';
import type { FaultEffect } from './model';

const MAX_MS = 7 * 24 * 60 * 60 * 1000;

const EFFECT_FIELDS: Readonly<Record<FaultEffect['type'], readonly string[]>> = {
  status: ['status', 'code', 'retryAfter'],
  'status-after': ['status', 'code', 'retryAfter'],
  'lost-response': [],
  refuse: [],
  latency: ['ms'],
  hang: ['afterEffect'],
  html: ['status'],
  drop: [],
  duplicate: ['copies'],
  delay: ['ms'],
  reorder: ['windowMs'],
  batch: ['windowMs'],
};

const isEffectType = (value: unknown): value is FaultEffect['type'] =>
  typeof value === 'string' && Object.hasOwn(EFFECT_FIELDS, value);

/** Reads a rule's effect. Throws InvalidInput. */
export function readEffect(value: unknown): FaultEffect {
  const type = isObject(value) ? value['type'] : undefined;
  if (!isEffectType(type)) {
    throw new InvalidInput(`effect.type must be one of ${Object.keys(EFFECT_FIELDS).join(', ')}`);
  }
  const fields = readFields(value, `effect ${type}`, ['type', ...EFFECT_FIELDS[type]]);
  const status = (): number => readNumber(fields, 'status', 200, 599);
  switch (type) {
    case 'status':
    case 'status-after':
      return {
        type,
        status: status(),
        ...optional(fields, 'code', () => readNumber(fields, 'code', 1, 999_999)),
        ...optional(fields, 'retryAfter', () => readNumber(fields, 'retryAfter', 0, 86_400)),
      };
    case 'latency':
    case 'delay':
      return { type, ms: readNumber(fields, 'ms', 0, MAX_MS) };
    case 'hang':
      return { type, ...optional(fields, 'afterEffect', () => readBoolean(fields, 'afterEffect')) };
    case 'html':
      return { type, ...optional(fields, 'status', status) };
    case 'duplicate':
      return { type, ...optional(fields, 'copies', () => readNumber(fields, 'copies', 1, 10)) };
    case 'reorder':
    case 'batch':
      return { type, windowMs: readNumber(fields, 'windowMs', 0, MAX_MS) };
    case 'lost-response':
    case 'refuse':
    case 'drop':
      return { type };
  }
}
