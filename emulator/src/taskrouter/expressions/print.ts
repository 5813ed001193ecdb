import type { Comparison, Expression, Operand, Scalar } from './ast';
import { printPath } from './path';

/** Writes an expression in canonical form; parsing it again gives the same tree. */
export function printExpression(expression: Expression): string {
  if (expression.kind === 'comparison') return printComparison(expression);
  return expression.conditions
    .map((condition) =>
      condition.kind === 'comparison' ? printComparison(condition) : `(${printExpression(condition)})`,
    )
    .join(` ${expression.kind} `);
}

const printComparison = ({ left, operator, right }: Comparison): string =>
  `${printOperand(left)} ${operator} ${printOperand(right)}`;

function printOperand(operand: Operand): string {
  if (operand.kind === 'scalar') return printScalar(operand.value);
  if (operand.kind === 'array') return `[${operand.items.map(printScalar).join(', ')}]`;
  return printPath(operand.path);
}

const printScalar = (value: Scalar): string =>
  typeof value === 'string' ? `"${value.replace(/["\\]/gu, '\\$&')}"` : String(value);
