import type * as z from 'zod/mini';
import type { Contract } from '../contracts/contract';
import type { BasePorts, FlexUser } from './ports';
import type { Result } from './result';

/** A contract with the code that fulfils it; a host needs nothing else. */
export interface Endpoint<Ports extends BasePorts, C extends Contract = Contract> {
  readonly contract: C;
  readonly handle: (
    input: z.infer<C['request']>,
    ports: Ports,
    caller: FlexUser | undefined,
  ) => Promise<Result<z.infer<C['response']>>>;
}

/** Binds a handler to a contract: input and result are the contract's types. */
export const implement = <
  Ports extends BasePorts,
  Request extends z.ZodMiniType,
  Response extends z.ZodMiniType,
>(
  contract: Contract<Request, Response>,
  handle: Endpoint<Ports, Contract<Request, Response>>['handle'],
): Endpoint<Ports, Contract<Request, Response>> => ({ contract, handle });
