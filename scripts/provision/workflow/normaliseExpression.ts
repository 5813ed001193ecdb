const TOKENS = /'[^']*'|"[^"]*"|[\w.]+|[=!<>]+|\S/g;

/** An expression of TaskRouter in one spelling: `1==1` and `1 == 1`, `"a"` and `'a'` mean the same. */
export const normaliseExpression = (expression: string): string =>
  Array.from(expression.matchAll(TOKENS), ([token]) =>
    token.replace(/^"([^']*)"$/, (_whole, text: string) => `'${text}'`),
  ).join(' ');
