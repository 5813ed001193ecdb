import type { Contract } from '../contracts/contract';
import type { Endpoint } from '../endpoint/endpoint';
import type { BasePorts } from '../endpoint/ports';
import type { Result } from '../endpoint/result';
import { ConfigurationMissing } from '../errors/configurationMissing';
import { problemsOf, type ConfigReading } from './config/readConfig';
import type { Gate } from './gate';
import { keepContract } from './keepContract';
import { readInput } from './input/readInput';
import type { FunctionRequest } from './input/request';
import type { TwilioContext } from './twilioContext';
import type { Wiring } from './wiring';

/** What all requests to one function are handled with. */
export interface Handling<Config extends object, Ports extends BasePorts, C extends Contract> {
  readonly endpoint: Endpoint<Ports, C>;
  readonly readSettings: (environment: TwilioContext) => ConfigReading<Config>;
  readonly ports: Wiring<Config, Ports>['ports'];
  readonly gate: Gate;
}

/** One request. */
export interface Visit extends BasePorts {
  readonly context: TwilioContext;
  readonly request: FunctionRequest;
  readonly correlationId: string;
}

/**
 * Cheap things first: the input, then the configuration, then the caller, which may cost a request to Twilio; then the
 * handler. Rejects with whatever went wrong.
 */
export async function handleRequest<Config extends object, Ports extends BasePorts, C extends Contract>(
  { endpoint, readSettings, ports: makePorts, gate }: Handling<Config, Ports, C>,
  { request, context, ...base }: Visit,
): Promise<Result<object>> {
  const contract: C = endpoint.contract;
  const read = readInput<C['request']>(request, contract);
  if (!read.ok) return read;

  const settings = readSettings(context);
  const admit = gate.open(context);
  if (!settings.ok || !admit.ok) {
    throw new ConfigurationMissing([...new Set([...problemsOf(settings), ...problemsOf(admit)])]);
  }

  const { deadline } = base;
  const caller = await admit.config({ request, environment: context, deadline });
  const ports = makePorts({ ...base, context, config: settings.config });
  return keepContract<C['response']>(await endpoint.handle(read.input, ports, caller), contract, base.log);
}
