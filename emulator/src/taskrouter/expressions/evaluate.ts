import type { AttributePath, Expression, Operand } from './ast';
import { compare } from './compare';

/** Finds the value of a key; undefined and null both mean "missing". */
export type Lookup = (path: AttributePath) => unknown;

/** Whether the expression holds for the values `lookup` gives. Never throws for what the values are. */
export function evaluate(expression: Expression, lookup: Lookup): boolean {
  switch (expression.kind) {
    case 'AND':
      return expression.conditions.every((condition) => evaluate(condition, lookup));
    case 'OR':
      return expression.conditions.some((condition) => evaluate(condition, lookup));
    case 'comparison':
      return compare(
        expression.operator,
        valueOf(expression.left, lookup),
        valueOf(expression.right, lookup),
      );
  }
}

function valueOf(operand: Operand, lookup: Lookup): unknown {
  if (operand.kind === 'scalar') return operand.value;
  if (operand.kind === 'array') return operand.items;
  return lookup(operand.path) ?? null;
}
