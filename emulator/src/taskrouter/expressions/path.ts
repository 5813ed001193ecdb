import type { AttributePath } from './ast';
import { ExpressionSyntaxError } from './syntaxError';

/** A dotted key with optional indices; no hyphens, digits never first (doc "Multitasking" on identifiers). */
export const PATH_PATTERN = String.raw`[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[\d+\])*`;

const WHOLE_PATH = new RegExp(`^${PATH_PATTERN}$`, 'u');

/** Parses a reference such as `task.agents[0].sid`. Throws ExpressionSyntaxError. */
export function parsePath(text: string): AttributePath {
  if (!WHOLE_PATH.test(text)) {
    throw new ExpressionSyntaxError(text, 0, `mismatched input '${text}' expecting KEY`);
  }
  return (text.match(/[^.[\]]+/gu) ?? []).map((step) => (/^\d/u.test(step) ? Number(step) : step));
}

/** Writes steps back as `a.b[2].c`. */
export function printPath(path: AttributePath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}
