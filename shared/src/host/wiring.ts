import type { BasePorts } from '../endpoint/ports';
import type { ConfigSpec } from './config/setting';
import type { TwilioContext } from './twilioContext';

/** What the ports of one request are made from. */
export interface Scope<Config> extends BasePorts {
  readonly config: Config;
  readonly correlationId: string;
  /** For the SDK: `context.getTwilioClient()`. Settings are read through `config`. */
  readonly context: TwilioContext;
}

/** What all functions of one service share: its settings and how its ports are made. */
export interface Wiring<Config extends object, Ports extends BasePorts> {
  readonly service: string;
  readonly version: string;
  readonly config: ConfigSpec<Config>;
  readonly ports: (scope: Scope<Config>) => Ports;
}

/** Keeps the types of a service's settings and ports. */
export const wire = <Config extends object, Ports extends BasePorts>(
  wiring: Wiring<Config, Ports>,
): Wiring<Config, Ports> => wiring;
