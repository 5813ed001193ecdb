import * as z from 'zod/mini';
import { TaskSid, ReservationSid } from '../../contracts/sids';
import { describeIssues } from './describeIssues';

const describeInput = (schema: z.ZodMiniType, input: unknown) => {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : describeIssues(parsed.error.issues, input);
};

describe('the description of a wrong input', () => {
  it('says what is missing, however deep', () => {
    const schema = z.object({
      a: z.string(),
      b: z.object({ c: z.array(z.int()) }),
      d: z.object({ e: z.string() }),
    });

    expect(describeInput(schema, { b: {}, d: undefined })).toEqual(['Missing a', 'Missing b.c', 'Missing d']);
  });

  it('takes a field that was left empty for one that is missing', () => {
    expect(describeInput(z.object({ x: TaskSid }), { x: '' })).toEqual(['Missing x']);
  });

  it.each([
    [z.string(), 1, 'x must be text'],
    [z.boolean(), 'yes', 'x must be true or false'],
    [z.number(), 'a', 'x must be a number'],
    [z.int(), 1.5, 'x must be a whole number'],
    [z.object({}), 'a', 'x must be an object'],
    [z.record(z.string(), z.unknown()), null, 'x must be an object'],
    [z.array(z.string()), {}, 'x must be a list'],
    [z.enum(['WARM', 'COLD']), 'HOT', 'x must be one of WARM, COLD'],
    [z.literal(true), false, 'x must be true'],
    [TaskSid, 'WT1', 'x must be WT followed by 32 hex digits'],
    [
      z.union([TaskSid, ReservationSid]),
      'WQ',
      'x must be WT followed by 32 hex digits or must be WR followed by 32 hex digits',
    ],
    [z.string().check(z.maxLength(3)), 'long', 'x must be at most 3 characters long'],
    [z.array(z.int()).check(z.minLength(2)), [1], 'x must be at least 2 entries long'],
    [z.int().check(z.minimum(5)), 1, 'x must be at least 5'],
    [z.string().check(z.regex(/a/)), 'b', 'x is not valid'],
  ])('says what a field must be', (schema, value, sentence) => {
    expect(describeInput(z.object({ x: schema }), { x: value })).toEqual([sentence]);
  });

  it('never quotes a value, and is bounded however long the keys are', () => {
    const schema = z.record(z.string(), z.int());
    const input = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`${'k'.repeat(1_000)}${index}`, 'shy']),
    );

    const details = describeInput(schema, input);

    expect(details.length).toBeLessThanOrEqual(20);
    expect(details.join('').length).toBeLessThan(5_000);
    expect(details.join('')).not.toContain('shy');
  });

  it('says so when the body as a whole is wrong', () => {
    expect(describeInput(z.object({}), [])).toEqual(['The body must be an object']);
  });
});
