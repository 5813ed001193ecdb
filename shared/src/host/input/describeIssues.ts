import type * as z from 'zod/mini';
import { isObject } from '../../isObject';
import { demandOf } from './demandOf';

type Issue = z.core.$ZodIssue;

const MOST = 20;
const LONGEST = 200;

/** A sentence for each problem of an input: which field, and what it must be. Never quotes the input's values. */
export function describeIssues(issues: readonly Issue[], input: unknown): readonly string[] {
  const sentences = issues.slice(0, MOST).map((issue) => {
    const field = issue.path.map(String).join('.');
    const sentence = isMissing(issue, input)
      ? `Missing ${field}`
      : `${field || 'The body'} ${demandOf(issue)}`;
    return sentence.slice(0, LONGEST);
  });
  return [...new Set(sentences)];
}

function isMissing({ path }: Issue, input: unknown): boolean {
  let value = input;
  for (const key of path) {
    if (!isObject(value)) return false;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  // A form field that nobody filled in arrives as an empty text.
  return path.length > 0 && (value === undefined || value === '');
}
