import type { Json } from '@patchbay/shared';

/** In the order in which they can be made: each refers to earlier ones only. Removed in the opposite order. */
export const KINDS = ['task channel', 'queue', 'workflow', 'filter', 'sink', 'subscription'] as const;
export type Kind = (typeof KINDS)[number];

export type Settings = Readonly<Record<string, Json>>;

/** Something in the account, as it shall be. Its settings may refer to others by name, see reference.ts. */
export interface Resource {
  readonly kind: Kind;
  /** What it is found by: one of its kind has it. */
  readonly name: string;
  readonly settings: Settings;
  /** What is needed to make it, and is neither compared nor shown: a sink's address holds a password. */
  readonly secret?: string;
}

/** Something in the account, as it is; with the same settings as the `Resource` of its kind. */
export interface Found extends Resource {
  /** A filter has no SID of its own: its workflow's. */
  readonly sid: string;
}

/** What a resource is called in the ledger and in references. */
export const keyOf = ({ kind, name }: Pick<Resource, 'kind' | 'name'>): string => `${kind}:${name}`;
