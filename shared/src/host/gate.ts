import type { Access } from '../contracts/contract';
import type { Deadline, FlexUser } from '../endpoint/ports';
import type { CheckFlexToken } from '../auth/flexToken';
import type { ConfigReading } from './config/readConfig';
import { rememberConfig } from './config/rememberConfig';
import type { ConfigSpec, Setting } from './config/setting';
import { basicAuthGate } from './gates/basicAuthGate';
import { flexUserGate } from './gates/flexUserGate';
import { secretGate } from './gates/secretGate';
import { signatureGate } from './gates/signatureGate';
import type { FunctionRequest } from './input/request';

type Environment = Readonly<Record<string, unknown>>;

/** What a proof is checked with. */
export interface Proof {
  readonly request: FunctionRequest;
  readonly environment: Environment;
  readonly deadline: Deadline;
  readonly checkToken: CheckFlexToken;
  /** Names, in order, of the query parameters that the webhook's URL carries. */
  readonly signedQuery: readonly string[];
}

/** The settings one kind of access needs, and its check: throws what the caller is to be answered. */
export interface GateKind<Config> {
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

const gate = <Config extends object>({ config, admit }: GateKind<Config>): Gate => {
  const read = rememberConfig(config);
  return {
    settings: Object.values<Setting<unknown>>(config),
    open: (environment) => {
      const reading = read(environment);
      return reading.ok ? { ok: true, config: (proof) => admit(proof, reading.config) } : reading;
    },
  };
};

/** The gate of a contract's access. */
export function gateFor(access: Access): Gate {
  switch (access.kind) {
    case 'flex-user':
      return gate(flexUserGate(access.roles ?? []));
    case 'twilio-basic-auth':
      return gate(basicAuthGate);
    case 'twilio-signature':
      return gate(signatureGate);
    case 'secret':
      return gate(secretGate(access.setting));
    case 'anyone':
      return { settings: [], open: () => ({ ok: true, config: () => Promise.resolve(undefined) }) };
  }
}
