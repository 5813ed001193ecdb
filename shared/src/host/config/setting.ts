/** How a variable's text becomes a value; `problem` completes the sentence "NAME …". */
export type Kind<Value> = (text: string) => { readonly value: Value } | { readonly problem: string };

export type Reading<Value> =
  { readonly value: Value } | { readonly missing: true } | { readonly problem: string };

/** A variable of the environment: what it is for, how it is read, and what holds when it isn't there. */
export interface Setting<Value> {
  /** The documented name, then the aliases that work too. */
  readonly names: readonly [string, ...string[]];
  readonly description: string;
  /** Never shown, not even in part. */
  readonly secret: boolean;
  readonly required: boolean;
  /** The default as the documentation shows it. */
  readonly fallbackText?: string;
  /** `environment` is for a setting that depends on another. */
  readonly read: (text: string | undefined, environment: Readonly<Record<string, unknown>>) => Reading<Value>;
}

/** The settings of a service, by the name its code gives them. */
export type ConfigSpec<Config> = { readonly [Name in keyof Config]: Setting<Config[Name]> };

export interface Documentation {
  readonly names: readonly [string, ...string[]];
  readonly description: string;
  readonly secret?: boolean;
}

export const documented = ({ names, description, secret = false }: Documentation) => ({
  names,
  description,
  secret,
});

/** A variable without which the service does not work. */
export const required = <Value>(kind: Kind<Value>, about: Documentation): Setting<Value> => ({
  ...documented(about),
  required: true,
  read: (text) => (text === undefined ? { missing: true } : kind(text)),
});

/** A variable that may be absent. */
export const optional = <Value>(kind: Kind<Value>, about: Documentation): Setting<Value | undefined> => ({
  ...documented(about),
  required: false,
  read: (text) => (text === undefined ? { value: undefined } : kind(text)),
});

/** A variable with a default, given as the text one would write for it. */
export const withDefault = <Value>(
  kind: Kind<Value>,
  fallbackText: string,
  about: Documentation,
): Setting<Value> => ({
  ...documented(about),
  required: false,
  fallbackText,
  read: (text) => kind(text ?? fallbackText),
});
