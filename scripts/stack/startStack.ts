import path from 'node:path';
import type { Scenario } from '@patchbay/emulator';
import { createConcurrencyLimit } from '../gateway/concurrencyLimit';
import type { ProcessOptions } from '../processes/startProcess';
import { describeStack } from './describeStack';
import type { RunningService, Stack, StackService } from './model';
import { anyPorts, type StackPorts } from './ports';
import { requirePortFree } from './requirePortFree';
import { seedScenario } from './seedScenario';
import { writeStackFile } from './stackFile';
import { startLocalTwilio } from './startLocalTwilio';
import { startService } from './startService';
import { stopInReverse } from './stopInReverse';

export interface StackOptions {
  /** The repository: `serverless/` is there and `.local/` is written there. */
  readonly root: string;
  readonly scenario: Scenario;
  /** Built already. */
  readonly services: readonly StackService[];
  /** Any free ones unless given. */
  readonly ports?: StackPorts;
  /** Same seed, same SIDs; 1 unless given. */
  readonly seed?: number;
  /** Called with every line that the local Twilio and the functions write. */
  readonly onLine?: ProcessOptions['onLine'];
}

/**
 * Starts the local Twilio, seeds it, starts the services behind their gateways and writes all of it down.
 * All of it or nothing: on a failure what had been started is stopped before this rejects.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { root, scenario, ports = anyPorts, seed = 1, onLine } = options;
  const stateDir = path.join(root, '.local');
  const { add: onStarted, stop } = stopInReverse();
  try {
    await requirePortFree(ports.twilio, 'twilio-port', 'the local Twilio');
    for (const [index, { name }] of options.services.entries()) {
      await requirePortFree(portOf(ports, index), 'service-port', name);
    }
    const twilio = await startLocalTwilio(ports.twilio, seed, onLine);
    onStarted(() => twilio.stop());
    const seeded = await seedScenario(twilio, scenario);

    const services: RunningService[] = [];
    const shared = { root, stateDir, twilio, seeded, concurrency: createConcurrencyLimit(), onStarted };
    for (const [index, service] of options.services.entries()) {
      services.push(
        await startService(service, { ...shared, port: portOf(ports, index), ...(onLine ? { onLine } : {}) }),
      );
    }
    const running = { twilio, seeded, services };
    const { file, remove } = writeStackFile(stateDir, describeStack(running));
    onStarted(() => {
      remove();
      return Promise.resolve();
    });
    return { ...running, file, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const portOf = ({ service }: StackPorts, index: number): number => (service === 0 ? 0 : service + index);
