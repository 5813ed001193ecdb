import type { Comparison, ComparisonOperator, Expression, Junction, Operand, Scalar } from './ast';
import { ExpressionSyntaxError } from './syntaxError';
import { tokenize } from './tokenize';
import type { Token } from './tokenize';

/** Deeper parentheses are refused, so that no stored expression can exhaust the stack. */
const MAX_DEPTH = 200;

/** Parses a TaskRouter expression. Throws ExpressionSyntaxError for what Twilio refuses with 20001. */
export function parseExpression(expression: string): Expression {
  return new Parser(expression, tokenize(expression)).parse();
}

class Parser {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly tokens: readonly Token[],
  ) {}

  parse(): Expression {
    const expression = this.junction('OR');
    if (this.peek().kind !== 'end') this.fail('extraneous', '<EOF>');
    return expression;
  }

  private junction(kind: Junction['kind']): Expression {
    const next = (): Expression => (kind === 'OR' ? this.junction('AND') : this.condition());
    const conditions = [next()];
    while (this.peek().kind === kind) {
      this.advance();
      conditions.push(next());
    }
    const [only, ...others] = conditions;
    return only !== undefined && others.length === 0 ? only : { kind, conditions };
  }

  private condition(): Expression {
    if (this.peek().kind !== '(') return this.comparison();
    if (++this.depth > MAX_DEPTH) this.fail('mismatched', 'a shallower expression');
    this.advance();
    const inner = this.junction('OR');
    this.expect(')');
    this.depth--;
    return inner;
  }

  private comparison(): Comparison {
    const left = this.operand();
    const operator = this.operator();
    return { kind: 'comparison', operator, left, right: this.operand() };
  }

  private operator(): ComparisonOperator {
    const token = this.advance();
    if (token.kind === 'operator') return token.operator;
    if (token.kind === 'NOT') {
      const word = this.peek();
      if (word.kind !== 'operator' || word.operator !== 'IN') return this.fail('mismatched', "'IN'");
      this.advance();
      return 'NOT IN';
    }
    this.position--;
    return this.fail('extraneous', 'OPERATOR');
  }

  private operand(): Operand {
    const token = this.advance();
    if (token.kind === 'scalar') return { kind: 'scalar', value: token.value };
    if (token.kind === 'path') return { kind: 'path', path: token.path };
    if (token.kind === '[') return { kind: 'array', items: this.arrayItems() };
    this.position--;
    return this.fail('mismatched', "{'(', '[', STRING, NUMBER, BOOLEAN, NULL, KEY}");
  }

  private arrayItems(): readonly Scalar[] {
    const items: Scalar[] = [];
    if (this.peek().kind === ']') {
      this.advance();
      return items;
    }
    for (;;) {
      const item = this.advance();
      if (item.kind !== 'scalar') {
        this.position--;
        return this.fail('mismatched', '{STRING, NUMBER, BOOLEAN, NULL}');
      }
      items.push(item.value);
      if (this.peek().kind !== ',') break;
      this.advance();
    }
    this.expect(']');
    return items;
  }

  private expect(kind: ')' | ']'): void {
    if (this.peek().kind !== kind) this.fail('mismatched', `'${kind}'`);
    this.advance();
  }

  private peek(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '<EOF>', column: this.source.length };
  }

  private advance(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  private fail(how: 'extraneous' | 'mismatched', expected: string): never {
    const { text, column, kind } = this.peek();
    const verb = kind === 'end' ? 'mismatched' : how;
    throw new ExpressionSyntaxError(this.source, column, `${verb} input '${text}' expecting ${expected}`);
  }
}
