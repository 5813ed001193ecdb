import * as z from 'zod/mini';
import type { Contract } from '../contracts/contract';
import { defineContract } from '../contracts/contract';
import { implement } from '../endpoint/endpoint';
import type { BasePorts } from '../endpoint/ports';
import { ok } from '../endpoint/result';
import { ConfigurationMissing } from '../errors/configurationMissing';
import { problemsOf, tryConfig } from './config/readConfig';
import { gateOf } from './gates/gateOf';
import { openGate } from './gates/openGate';
import type { TwilioHandler } from './twilioContext';
import type { FunctionOptions } from './twilioFunction';
import { twilioFunction } from './twilioFunction';
import type { Wiring } from './wiring';

export const healthContract = defineContract({
  name: 'health',
  method: 'GET',
  summary: 'Whether the service has all the configuration it needs; names what is missing, never a value.',
  access: { kind: 'anyone' },
  request: z.object({}),
  response: z.object({ success: z.literal(true), service: z.string(), version: z.string() }),
  successes: { 200: 'Nothing is missing.' },
  failures: ['configuration_missing'],
  idempotent: true,
});

interface HealthPorts extends BasePorts {
  readonly problems: readonly string[];
}

/** The health function of a service whose endpoints have these contracts. */
export function healthFunction<Config extends object, Ports extends BasePorts>(
  { service, version, config }: Pick<Wiring<Config, Ports>, 'service' | 'version' | 'config'>,
  contracts: readonly Pick<Contract, 'access'>[],
  options: FunctionOptions = {},
): TwilioHandler {
  const gates = contracts.map(({ access }) => gateOf(access));
  const health = implement(healthContract, (_input, { problems }: HealthPorts) =>
    problems.length > 0
      ? Promise.reject(new ConfigurationMissing(problems))
      : Promise.resolve(ok({ success: true as const, service, version })),
  );
  return twilioFunction(
    health,
    openGate,
    {
      service,
      version,
      config: {},
      ports: (scope) => ({
        ...scope,
        problems: [
          ...new Set([
            ...problemsOf(tryConfig(scope.context, config)),
            ...gates.flatMap((gate) => problemsOf(gate.open(scope.context))),
          ]),
        ],
      }),
    },
    options,
  );
}
