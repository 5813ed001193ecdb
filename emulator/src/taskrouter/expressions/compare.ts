import type { ComparisonOperator } from './ast';

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/**
 * Applies one operator to two values. A mismatch of types is false, never an error: an array under a scalar
 * operator, two scalars under an array operator, a number against a string (doc "Using TaskRouter Expressions").
 * Null is the exception: it differs from everything else, so `x != null` asks for presence and `x != true`
 * holds for a worker without x, which is how workflows in production use it.
 */
export function compare(operator: ComparisonOperator, left: unknown, right: unknown): boolean {
  switch (operator) {
    case '==':
      return isScalar(left) && left === right;
    case '!=':
      if (left === null || right === null) return left !== right;
      return isScalar(left) && isScalar(right) && typeof left === typeof right && left !== right;
    case 'CONTAINS':
      return (
        isScalar(left) &&
        isScalar(right) &&
        left !== null &&
        right !== null &&
        String(left).includes(String(right))
      );
    case 'HAS':
      return Array.isArray(left) && isScalar(right) && left.includes(right);
    case 'IN':
      return Array.isArray(right) && isScalar(left) && right.includes(left);
    case 'NOT IN':
      return Array.isArray(right) && isScalar(left) && !right.includes(left);
    default:
      return inOrder(operator, left, right);
  }
}

function inOrder(operator: '>' | '>=' | '<' | '<=', left: unknown, right: unknown): boolean {
  const comparable =
    (typeof left === 'number' && typeof right === 'number') ||
    (typeof left === 'string' && typeof right === 'string');
  if (!comparable) return false;
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  return operator === '<' ? left < right : left <= right;
}
