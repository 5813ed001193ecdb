export type { AttributePath, Comparison, Expression, Junction, Operand, Scalar } from './ast';
export { attributeLookup } from './attributeLookup';
export { evaluate } from './evaluate';
export type { Lookup } from './evaluate';
export { mentions } from './mentions';
export { parseExpression } from './parse';
export { parsePath } from './path';
export { printExpression } from './print';
export { ExpressionSyntaxError } from './syntaxError';
