import type { Result } from '@patchbay/shared';
import type { AttributionPorts } from '../../src/ports';
import type { Centre } from './centre';
import { mortal, type Death } from './mortalApi';
import { portsOf } from './ports';

/** Every moment at which a process with so many requests to Twilio can die. */
export const deaths = (requests: number): Death[] =>
  Array.from({ length: requests }, (_, index) => index + 1).flatMap((at): Death[] => [
    { at, when: 'before' },
    { at, when: 'after' },
  ]);

/** Runs a request in a process that dies; says whether it did. */
export async function runUntilDeath(
  centre: Centre,
  death: Death,
  request: (ports: AttributionPorts) => Promise<unknown>,
): Promise<boolean> {
  const life = mortal(death);
  return (await Promise.race([request(portsOf(centre, {}, life.through)), life.died])) === 'died';
}

/** As a client does: waits as long as it is told, then asks again. */
export async function retry<T>(
  centre: Centre,
  request: (ports: AttributionPorts) => Promise<Result<T>>,
): Promise<Result<T>> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const result = await request(portsOf(centre));
    if (result.ok || result.retryAfterSeconds === undefined) return result;
    await centre.local.clock.advance(result.retryAfterSeconds * 1000);
  }
  throw new Error('No end of retrying');
}
