import type { Access } from '../contracts/contract';
import type { Deadline, FlexUser } from '../endpoint/ports';
import type { ConfigReading } from './config/readConfig';
import { rememberConfig } from './config/rememberConfig';
import type { ConfigSpec, Setting } from './config/setting';
import type { FunctionRequest } from './input/request';

type Environment = Readonly<Record<string, unknown>>;

/** What a proof is checked with. */
export interface Proof {
  readonly request: FunctionRequest;
  readonly environment: Environment;
  readonly deadline: Deadline;
}

/** The settings one kind of access needs, and its check: throws what the caller is to be answered. */
export interface GateRules<Config> {
  readonly config: ConfigSpec<Config>;
  readonly admit: (proof: Proof, config: Config) => Promise<FlexUser | undefined>;
}

/** Throws what a caller that may not come in is to be answered. */
export type Admit = (proof: Proof) => Promise<FlexUser | undefined>;

/** Who may call. */
export interface Gate {
  readonly settings: readonly Setting<unknown>[];
  /** Ready to be asked, as far as its settings are there. */
  readonly open: (environment: Environment) => ConfigReading<Admit>;
}

/** The gate of a contract's access. Throws a TypeError for a kind of access that it can't check. */
export type MakeGate = (access: Access) => Gate;

type Kind = Access['kind'];
type AccessOf<Name extends Kind> = Extract<Access, { readonly kind: Name }>;

/**
 * Makes the gates of one kind of access. A function names the one it needs, and carries no other's code; one that does
 * not fit its contract stops it when it is loaded.
 */
export const defineGate =
  <Name extends Kind, Config extends object>(
    kind: Name,
    rulesFor: (access: AccessOf<Name>) => GateRules<Config>,
  ): MakeGate =>
  (access) => {
    if (!isOf(kind, access)) throw new TypeError(`A gate for ${kind} can't check ${access.kind}`);
    const { config, admit } = rulesFor(access);
    const read = rememberConfig(config);
    return {
      settings: Object.values<Setting<unknown>>(config),
      open: (environment) => {
        const reading = read(environment);
        return reading.ok ? { ok: true, config: (proof) => admit(proof, reading.config) } : reading;
      },
    };
  };

const isOf = <Name extends Kind>(kind: Name, access: Access): access is AccessOf<Name> =>
  access.kind === kind;
