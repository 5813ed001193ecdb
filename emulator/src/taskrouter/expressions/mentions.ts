import type { Expression, Operand } from './ast';

/** Whether some key of the expression begins with these steps, e.g. `['worker', 'channel']`. */
export function mentions(expression: Expression, start: readonly string[]): boolean {
  if (expression.kind !== 'comparison') {
    return expression.conditions.some((condition) => mentions(condition, start));
  }
  const begins = (operand: Operand): boolean =>
    operand.kind === 'path' && start.every((step, index) => operand.path[index] === step);
  return begins(expression.left) || begins(expression.right);
}
