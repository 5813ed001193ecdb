import fc from 'fast-check';
import * as zod from 'zod/mini';
import * as lean from '../../src/leanZod';
import { anything, text } from './anything';

/** The same schema twice, and values of which many fit it. */
export interface Twins {
  readonly text: string;
  readonly zod: zod.ZodMiniType;
  readonly lean: ReturnType<typeof lean.unknown>;
  readonly values: fc.Arbitrary<unknown>;
  readonly [fc.toStringMethod]: () => string;
}

const twins = (
  name: string,
  schemas: Pick<Twins, 'zod' | 'lean'>,
  fitting: fc.Arbitrary<unknown>,
): Twins => ({
  text: name,
  ...schemas,
  values: fc.oneof({ weight: 6, arbitrary: fitting }, anything),
  [fc.toStringMethod]: () => name,
});

const leaves: readonly Twins[] = [
  twins('string', { zod: zod.string(), lean: lean.string() }, text),
  twins('number', { zod: zod.number(), lean: lean.number() }, fc.double()),
  twins('boolean', { zod: zod.boolean(), lean: lean.boolean() }, fc.boolean()),
  twins('unknown', { zod: zod.unknown(), lean: lean.unknown() }, anything),
  twins('"x"', { zod: zod.literal('x'), lean: lean.literal('x') }, fc.constant('x')),
  twins('true', { zod: zod.literal(true), lean: lean.literal(true) }, fc.boolean()),
  twins(
    '1 or "x" or null',
    { zod: zod.literal([1, 'x', null]), lean: lean.literal([1, 'x', null]) },
    fc.constantFrom(1, 'x', null),
  ),
  twins(
    'enum',
    { zod: zod.enum(['WARM', 'COLD']), lean: lean.enum(['WARM', 'COLD']) },
    fc.constantFrom('WARM', 'COLD'),
  ),
];

const patterns = [
  { zod: zod.regex(/^pb/g), lean: lean.regex(/^pb/g) },
  { zod: zod.regex(/b$/i, 'must end so'), lean: lean.regex(/b$/i, 'must end so') },
  { zod: zod.startsWith('p'), lean: lean.startsWith('p') },
  { zod: zod.startsWith('p.', 'no'), lean: lean.startsWith('p.', 'no') },
];
const lengths = [
  { zod: zod.maxLength(2), lean: lean.maxLength(2) },
  { zod: zod.maxLength(3, 'too long'), lean: lean.maxLength(3, 'too long') },
  { zod: zod.minLength(2), lean: lean.minLength(2) },
  { zod: zod.minLength(1, 'too short'), lean: lean.minLength(1, 'too short') },
];

const checkedText = fc.subarray([...patterns, ...lengths], { minLength: 1 }).map((checks) =>
  twins(
    `string with ${checks.length} checks`,
    {
      zod: checks.reduce((schema, { zod: check }) => schema.check(check), zod.string()),
      lean: lean.string().check(...checks.map(({ lean: check }) => check)),
    },
    text,
  ),
);

type Shape = Readonly<Record<string, Twins>>;

const fields = (field: fc.Arbitrary<Twins>): fc.Arbitrary<Shape> =>
  fc.dictionary(fc.constantFrom('a', 'b', 'length', '__proto__', 'toString'), field, {
    maxKeys: 3,
    noNullPrototype: true,
  });

const listOf = (entry: Twins): Twins =>
  twins(
    `[${entry.text}]`,
    { zod: zod.array(entry.zod), lean: lean.array(entry.lean) },
    fc.array(entry.values, { maxLength: 4 }),
  );

const boundedListOf = (entry: Twins, checks: typeof lengths): Twins =>
  twins(
    `[${entry.text}] with ${checks.length} checks`,
    {
      zod: checks.reduce((schema, { zod: check }) => schema.check(check), zod.array(entry.zod)),
      lean: lean.array(entry.lean).check(...checks.map(({ lean: check }) => check)),
    },
    fc.array(entry.values, { maxLength: 4 }),
  );

const objectOf = (shape: Shape): Twins =>
  twins(
    textOf(shape),
    { zod: zod.object(each(shape, 'zod')), lean: lean.object(each(shape, 'lean')) },
    recordOf(shape),
  );

const looseObjectOf = (shape: Shape): Twins =>
  twins(
    `${textOf(shape)} loosely`,
    { zod: zod.looseObject(each(shape, 'zod')), lean: lean.looseObject(each(shape, 'lean')) },
    recordOf(shape),
  );

const catchallOf = (shape: Shape, others: Twins): Twins =>
  twins(
    `${textOf(shape)} and others: ${others.text}`,
    {
      zod: zod.catchall(zod.object(each(shape, 'zod')), others.zod),
      lean: lean.catchall(lean.object(each(shape, 'lean')), others.lean),
    },
    fc.oneof(recordOf(shape), recordOf({ ...shape, other: others })),
  );

const unionOf = (options: readonly Twins[]): Twins =>
  twins(
    `(${options.map((option) => option.text).join(' | ')})`,
    {
      zod: zod.union(options.map((option) => option.zod)),
      lean: lean.union(options.map((option) => option.lean)),
    },
    fc.oneof(...options.map((option) => option.values)),
  );

const optionalOf = (inner: Twins): Twins =>
  twins(
    `optional ${inner.text}`,
    { zod: zod.optional(inner.zod), lean: lean.optional(inner.lean) },
    fc.option(inner.values, { nil: undefined }),
  );

const nullableOf = (inner: Twins): Twins =>
  twins(
    `nullable ${inner.text}`,
    { zod: zod.nullable(inner.zod), lean: lean.nullable(inner.lean) },
    fc.option(inner.values),
  );

const nullishOf = (inner: Twins): Twins =>
  twins(
    `nullish ${inner.text}`,
    { zod: zod.nullish(inner.zod), lean: lean.nullish(inner.lean) },
    fc.option(inner.values),
  );

const defaultOf = (inner: Twins, value: string | number | boolean | null): Twins =>
  twins(
    `${inner.text} or ${String(value)}`,
    { zod: zod._default(inner.zod, value), lean: lean._default(inner.lean, value) },
    fc.option(inner.values, { nil: undefined }),
  );

const brandOf = (inner: Twins): Twins => ({ ...inner, zod: inner.zod.brand(), lean: inner.lean.brand() });

const each = <Name extends 'zod' | 'lean' | 'values'>(
  shape: Shape,
  name: Name,
): Record<string, Twins[Name]> =>
  Object.fromEntries(Object.entries(shape).map(([field, pair]) => [field, pair[name]]));

const recordOf = (shape: Shape): fc.Arbitrary<unknown> =>
  fc.record(each(shape, 'values'), { requiredKeys: [], noNullPrototype: true });

const textOf = (shape: Shape): string =>
  `{${Object.entries(shape)
    .map(([field, pair]) => `${field}: ${pair.text}`)
    .join(', ')}}`;

/** Any schema of those that functions use, up to a few levels deep. */
export const anyTwins: fc.Arbitrary<Twins> = fc.letrec<{ any: Twins }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...leaves),
    checkedText,
    tie('any').map(listOf),
    fc
      .tuple(tie('any'), fc.subarray(lengths, { minLength: 1 }))
      .map(([entry, checks]) => boundedListOf(entry, checks)),
    fields(tie('any')).map(objectOf),
    fields(tie('any')).map(looseObjectOf),
    fc.tuple(fields(tie('any')), tie('any')).map(([shape, others]) => catchallOf(shape, others)),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map(unionOf),
    tie('any').map(optionalOf),
    tie('any').map(nullableOf),
    tie('any').map(nullishOf),
    fc
      .tuple(tie('any'), fc.constantFrom('WARM', 3, null, false))
      .map(([inner, value]) => defaultOf(inner, value)),
    tie('any').map(brandOf),
  ),
})).any;
