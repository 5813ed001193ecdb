/** What is wrong with a value, as zod says it. */
export interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly [fact: string]: unknown;
}

/** An issue, and what follows from it for whatever holds the value. */
export interface Flaw {
  readonly issue: Issue;
  /** `mild`: of the right type; `grave`: not even that; `final`: nothing further is said of it. */
  readonly weight: 'mild' | 'grave' | 'final';
}

type Facts = Readonly<Record<string, unknown>> & { readonly code: string };

export const flaw = (weight: Flaw['weight'], facts: Facts, message = 'Invalid input'): Flaw => ({
  issue: { ...facts, path: [], message },
  weight,
});

/** The flaws of what stands under `key`, as flaws of the whole. */
export const below = (key: string | number, flaws: readonly Flaw[]): readonly Flaw[] =>
  flaws.map(({ issue, weight }) => ({ issue: { ...issue, path: [key, ...issue.path] }, weight }));
