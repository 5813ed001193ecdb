import * as z from 'zod/mini';
import { decodeForm } from './decodeForm';

const schema = z.object({
  sid: z.string(),
  mode: z._default(z.enum(['A', 'B']), 'A'),
  on: z.optional(z.boolean()),
  yes: z.literal(true),
  count: z.nullable(z.int()),
  body: z.object({ on: z.boolean() }),
  items: z.readonly(z.array(z.unknown())),
  bag: z.record(z.string(), z.unknown()),
  either: z.union([z.string(), z.object({ a: z.number() })]),
  id: z.union([z.string().check(z.minLength(1)), z.literal('x')]),
  size: z.pipe(z.number(), z.transform(String)),
});
const decode = (fields: Record<string, unknown>) => decodeForm(fields, schema);

describe('a form', () => {
  it('keeps text as text, also when it looks like something else', () => {
    expect(decode({ sid: 'true', mode: '1', id: '{"a":1}' })).toEqual({
      sid: 'true',
      mode: '1',
      id: '{"a":1}',
    });
  });

  it('has booleans as true and false, numbers in decimal', () => {
    expect(decode({ on: 'false', yes: 'true', count: '-12', size: '1.5' })).toEqual({
      on: false,
      yes: true,
      count: -12,
      size: 1.5,
    });
  });

  it('has objects and lists as JSON text', () => {
    expect(decode({ body: '{"on":true}', items: '[1,"a"]', bag: '{}' })).toEqual({
      body: { on: true },
      items: [1, 'a'],
      bag: {},
    });
  });

  it('has text or JSON where the schema allows both', () => {
    expect([decode({ either: 'plain' }), decode({ either: ' {"a":1}' })]).toEqual([
      { either: 'plain' },
      { either: { a: 1 } },
    ]);
  });

  it.each([
    { on: 'yes' },
    { on: 'TRUE' },
    { count: '0x10' },
    { count: '1e3' },
    { count: '' },
    { count: '9'.repeat(400) },
    { body: '{"on":' },
    { items: 'a,b' },
    { on: ['true', 'true'] },
  ])('leaves what it cannot read for the schema to refuse: %j', (fields) => {
    expect(decode(fields)).toEqual(fields);
  });

  it('leaves fields alone that the schema does not know', () => {
    expect(decode({ other: '{"a":1}', constructor: 'true' })).toEqual({
      other: '{"a":1}',
      constructor: 'true',
    });
  });
});
