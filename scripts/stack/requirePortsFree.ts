import type { StackService } from './model';
import { servicePort, type StackPorts } from './ports';
import { requirePortFree } from './requirePortFree';

/** Throws, naming the first port that is taken and the option that changes it. */
export async function requirePortsFree(
  ports: StackPorts,
  services: readonly Pick<StackService, 'name'>[],
): Promise<void> {
  await requirePortFree(ports.twilio, 'twilio-port', 'the local Twilio');
  for (const [index, { name }] of services.entries()) {
    await requirePortFree(servicePort(ports, index), 'service-port', name);
  }
}
