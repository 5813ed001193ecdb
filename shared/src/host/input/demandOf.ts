import type * as z from 'zod/mini';

/** What a value had to be, as the end of a sentence: "must be a list". Never quotes the value. */
export function demandOf(issue: z.core.$ZodIssue): string {
  // zod/mini carries no texts of its own: every message but one that a schema brings is "Invalid input".
  if (issue.message !== '' && !issue.message.startsWith('Invalid')) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${UNITS[issue.origin] ?? ''}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${UNITS[issue.origin] ?? ''}`;
    case 'invalid_union':
      return demandOfUnion(issue.errors);
    default:
      return 'is not valid';
  }
}

function demandOfUnion(options: readonly (readonly z.core.$ZodIssue[])[]): string {
  const demands = new Set(options.flatMap((option) => option.slice(0, 1).map(demandOf)));
  return [...demands].join(' or ') || 'is not valid';
}

const TYPES: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

const UNITS: Readonly<Partial<Record<string, string>>> = {
  string: ' characters long',
  array: ' entries long',
};
