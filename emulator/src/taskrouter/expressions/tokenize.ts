import type { AttributePath, ComparisonOperator, Scalar } from './ast';
import { parsePath, PATH_PATTERN } from './path';
import { ExpressionSyntaxError } from './syntaxError';

export type Token = { readonly text: string; readonly column: number } & (
  | { readonly kind: 'scalar'; readonly value: Scalar }
  | { readonly kind: 'path'; readonly path: AttributePath }
  | { readonly kind: 'operator'; readonly operator: ComparisonOperator }
  | { readonly kind: 'AND' | 'OR' | 'NOT' | '(' | ')' | '[' | ']' | ',' | 'unknown' | 'end' }
);

type TokenMeaning = Token extends infer T ? (T extends Token ? Omit<T, 'text' | 'column'> : never) : never;

const LEXEME = new RegExp(
  [
    String.raw`\s*(?:(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`,
    String.raw`(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`,
    `(?<word>${PATH_PATTERN})`,
    String.raw`(?<symbol>==|!=|>=|<=|[=<>()[\],])`,
    String.raw`(?<unknown>\S)|$)`,
  ].join('|'),
  'suy',
);

/** A single `=` is in Twilio's own examples (doc "Multitasking": `task.worker_sid = worker.sid`). */
const SYMBOLS: Readonly<Record<string, TokenMeaning>> = {
  '=': { kind: 'operator', operator: '==' },
  '==': { kind: 'operator', operator: '==' },
  '!=': { kind: 'operator', operator: '!=' },
  '>': { kind: 'operator', operator: '>' },
  '>=': { kind: 'operator', operator: '>=' },
  '<': { kind: 'operator', operator: '<' },
  '<=': { kind: 'operator', operator: '<=' },
  '(': { kind: '(' },
  ')': { kind: ')' },
  '[': { kind: '[' },
  ']': { kind: ']' },
  ',': { kind: ',' },
};

/** Words are matched in any case: Twilio's doc "Activity Based Routing" writes `in` in lower case. */
const WORDS: Readonly<Record<string, TokenMeaning>> = {
  AND: { kind: 'AND' },
  OR: { kind: 'OR' },
  NOT: { kind: 'NOT' },
  IN: { kind: 'operator', operator: 'IN' },
  HAS: { kind: 'operator', operator: 'HAS' },
  CONTAINS: { kind: 'operator', operator: 'CONTAINS' },
  TRUE: { kind: 'scalar', value: true },
  FALSE: { kind: 'scalar', value: false },
  NULL: { kind: 'scalar', value: null },
};

/** Splits an expression into tokens; the last one is always `end`. Throws ExpressionSyntaxError on an open quote. */
export function tokenize(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  const lexeme = new RegExp(LEXEME);
  for (;;) {
    const groups = lexeme.exec(expression)?.groups;
    const text =
      groups?.['string'] ??
      groups?.['number'] ??
      groups?.['word'] ??
      groups?.['symbol'] ??
      groups?.['unknown'];
    if (groups === undefined || text === undefined) break;
    const column = lexeme.lastIndex - text.length;
    if (text === '"' || text === "'") {
      throw new ExpressionSyntaxError(
        expression,
        column,
        `token recognition error at: '${expression.slice(column)}'`,
      );
    }
    tokens.push({ text, column, ...meaningOf(groups, text) });
  }
  tokens.push({ kind: 'end', text: '<EOF>', column: expression.length });
  return tokens;
}

function meaningOf(groups: Readonly<Record<string, string | undefined>>, text: string): TokenMeaning {
  if (groups['string'] !== undefined) {
    return { kind: 'scalar', value: text.slice(1, -1).replace(/\\(["'\\])/gu, '$1') };
  }
  if (groups['number'] !== undefined) return { kind: 'scalar', value: Number(text) };
  if (groups['word'] !== undefined) {
    const word = text.toUpperCase();
    return (Object.hasOwn(WORDS, word) ? WORDS[word] : undefined) ?? { kind: 'path', path: parsePath(text) };
  }
  return SYMBOLS[text] ?? { kind: 'unknown' };
}
