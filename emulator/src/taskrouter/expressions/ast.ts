/** A constant of an expression. `null` is what a missing key resolves to. */
export type Scalar = string | number | boolean | null;

/** The steps from the scope's root to a value, e.g. `worker.skills[0]` is `['worker', 'skills', 0]`. */
export type AttributePath = readonly (string | number)[];

/** One side of a comparison. */
export type Operand =
  | { readonly kind: 'scalar'; readonly value: Scalar }
  | { readonly kind: 'array'; readonly items: readonly Scalar[] }
  | { readonly kind: 'path'; readonly path: AttributePath };

export type ComparisonOperator = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'CONTAINS' | 'HAS' | 'IN' | 'NOT IN';

export interface Comparison {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Operand;
  readonly right: Operand;
}

/** Two or more conditions joined by the same word; AND binds tighter than OR. */
export interface Junction {
  readonly kind: 'AND' | 'OR';
  readonly conditions: readonly Expression[];
}

/** A parsed TaskRouter expression (doc "Using TaskRouter Expressions"). */
export type Expression = Comparison | Junction;
