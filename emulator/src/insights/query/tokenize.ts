import { InvalidQuery } from './invalidQuery';

/** A piece of a live query; `operator` covers words and symbols, `text` is a quoted value without its quotes. */
export interface Token {
  readonly kind: 'field' | 'text' | 'operator' | 'mark';
  readonly value: string;
}

/** Each form of an operator and the one name the parser knows (Twilio docs: Live Query Language). */
const OPERATORS: Readonly<Record<string, string>> = {
  and: 'and',
  '&&': 'and',
  or: 'or',
  '||': 'or',
  eq: 'eq',
  '==': 'eq',
  not_eq: 'not_eq',
  '!=': 'not_eq',
  in: 'in',
  not_in: 'not_in',
  contains: 'contains',
};

const PIECE = /\s+|([()[\],])|(&&|\|\||==|!=)|"((?:[^"\\]|\\.)*)"|([A-Za-z_][\w-]*(?:\.[\w-]+)*)/y;

/** Cuts a live query into its pieces. Throws InvalidQuery where it can't. */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < query.length) {
    const at = PIECE.lastIndex;
    const found = PIECE.exec(query);
    if (!found) throw new InvalidQuery(`unexpected "${query.slice(at, at + 10)}" at ${at}`);
    const [, mark, symbol, text, word] = found;
    if (mark !== undefined) tokens.push({ kind: 'mark', value: mark });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text.replace(/\\(.)/g, '$1') });
    else if (symbol !== undefined || word !== undefined) tokens.push(readWord(symbol ?? word ?? ''));
  }
  return tokens;
}

/** Operators are written in lower or upper case. */
function readWord(word: string): Token {
  const name = word === word.toUpperCase() ? word.toLowerCase() : word;
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  return operator === undefined ? { kind: 'field', value: word } : { kind: 'operator', value: operator };
}
