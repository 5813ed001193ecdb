import { parseExpression } from './parse';
import { printExpression } from './print';

const canonical = (text: string): string => printExpression(parseExpression(text));

function refusalOf(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return error;
  }
}

describe('parseExpression', () => {
  it.each([
    ['1==1', '1 == 1'],
    ["skills HAS 'support' AND languages HAS 'english'", 'skills HAS "support" AND languages HAS "english"'],
    ['a == 1 OR b == 2 AND c == 3', 'a == 1 OR (b == 2 AND c == 3)'],
    ['(a == 1 OR b == 2) AND c == 3', '(a == 1 OR b == 2) AND c == 3'],
    ["worker.activity_name in ['Idle', 'High Value']", 'worker.activity_name IN ["Idle", "High Value"]'],
    ['bpo not  in []', 'bpo NOT IN []'],
    ['task.worker_sid = worker.sid', 'task.worker_sid == worker.sid'],
    ['agents[1].level >= -5.25', 'agents[1].level >= -5.25'],
    ['vip != NULL and gold == True', 'vip != null AND gold == true'],
    [String.raw`name == 'O\'Hara "x"'`, String.raw`name == "O'Hara \"x\""`],
    ['to=="+14244147346"', 'to == "+14244147346"'],
  ])('reads %s', (text, expected) => {
    const result = canonical(text);

    expect(result).toBe(expected);
  });

  it.each([
    ['skill-level > 3', 5, "extraneous input '-' expecting OPERATOR"],
    ['skill-3 > 1', 5, "extraneous input '-3' expecting OPERATOR"],
    ['', 0, "mismatched input '<EOF>' expecting {"],
    ['a ==', 4, "mismatched input '<EOF>' expecting {"],
    ['a', 1, "mismatched input '<EOF>' expecting OPERATOR"],
    ['NOT a == 1', 0, "mismatched input 'NOT' expecting {"],
    ['a NOT 1', 6, "mismatched input '1' expecting 'IN'"],
    ['a NOT HAS 1', 6, "mismatched input 'HAS' expecting 'IN'"],
    ['(a == 1', 7, "mismatched input '<EOF>' expecting ')'"],
    ['a == 1) ', 6, "extraneous input ')' expecting <EOF>"],
    ['a IN ["x" "y"]', 10, "mismatched input '\"y\"' expecting ']'"],
    ['a IN ["x", b]', 11, "mismatched input 'b' expecting {STRING"],
    ['a == "open', 5, "token recognition error at: '\"open'"],
    ['a + 1 == 2', 2, "extraneous input '+' expecting OPERATOR"],
  ])('refuses %j as TaskRouter does', (text, column, message) => {
    const parse = (): unknown => parseExpression(text);

    expect(refusalOf(parse)).toMatchObject({ status: 400, code: 20001, column });
    expect(parse).toThrow(`line 1:${column} ${message}`);
  });

  it('refuses parentheses deep enough to exhaust the stack', () => {
    const text = `${'('.repeat(100_000)}1==1${')'.repeat(100_000)}`;

    expect(() => parseExpression(text)).toThrow('expecting a shallower expression');
  });

  it('reads a long flat chain', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `a == ${index}`).join(' OR ');

    const expression = parseExpression(text);

    expect(expression.kind === 'OR' && expression.conditions).toHaveLength(20_000);
  });
});
