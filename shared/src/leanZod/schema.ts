import type { Check } from './checks';
import type { Flaw, Issue } from './flaw';

/** What a schema makes of a value, as far as it gets, and what is wrong. */
export interface Reading {
  readonly value: unknown;
  readonly flaws: readonly Flaw[];
}

export type Shape = Readonly<Record<string, Schema>>;

/** What zod keeps under `_zod`, as far as anybody looks. */
export interface Internals {
  readonly def: { readonly type: string; readonly shape?: Shape; readonly [part: string]: unknown };
  /** Whether a field may be absent: it then is absent in the outcome, or has its default. */
  readonly optin?: 'optional' | 'defaulted' | undefined;
  readonly optout?: 'optional' | undefined;
}

type Parsed =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };

/** As far as zod's own schemas go: what it lacks, the compiler still believes to be there (a lint rule does not). */
export class Schema {
  constructor(
    readonly _zod: Internals,
    private readonly make: (value: unknown) => Reading,
    private readonly checks: readonly Check[] = [],
  ) {}

  read(value: unknown): Reading {
    const tooLong = this.tooLong(value);
    if (tooLong !== undefined) return { value, flaws: [tooLong] };
    const made = this.make(value);
    if (this.checks.length === 0 || made.flaws.some(({ weight }) => weight === 'final')) return made;
    return { ...made, flaws: [...made.flaws, ...this.checks.flatMap((check) => check.flawsOf(made.value))] };
  }

  /** Of a list with too many entries nobody looks at the entries. */
  private tooLong(value: unknown): Flaw | undefined {
    if (this._zod.def.type !== 'array' || !Array.isArray(value)) return undefined;
    const exceeded = this.checks.find(({ most = Infinity }) => value.length > most);
    return exceeded?.flawsOf(value).map(({ issue }): Flaw => ({ issue, weight: 'final' }))[0];
  }

  safeParse(value: unknown): Parsed {
    const { value: data, flaws } = this.read(value);
    return flaws.length === 0
      ? { success: true, data }
      : { success: false, error: { issues: flaws.map(({ issue }) => issue) } };
  }

  /** Throws an error with `issues`. */
  parse(value: unknown): unknown {
    const parsed = this.safeParse(value);
    if (parsed.success) return parsed.data;
    throw Object.assign(new Error('The value does not fit the schema.'), parsed.error);
  }

  check(...checks: readonly Check[]): Schema {
    return new Schema(this._zod, this.make, [...this.checks, ...checks]);
  }

  /** A matter of types only. */
  brand(): this {
    return this;
  }

  /** The fields of an object. */
  get shape(): Shape {
    return this._zod.def.shape ?? {};
  }
}
