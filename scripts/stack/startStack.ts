import path from 'node:path';
import type { Scenario } from '@patchbay/emulator';
import { createConcurrencyLimit } from '../gateway/concurrencyLimit';
import type { ProcessOptions } from '../processes/startProcess';
import { configureFlex } from './configureFlex';
import { describeStack } from './describeStack';
import type { RunningService, Stack, StackFlex, StackService } from './model';
import { pageOrigin } from './pageOrigin';
import { anyPorts, servicePort, type StackPorts } from './ports';
import { requirePortsFree } from './requirePortsFree';
import { seedScenario } from './seedScenario';
import { writeStackFile } from './stackFile';
import { startLocalTwilio } from './startLocalTwilio';
import { startService } from './startService';
import { stopInReverse, type Lifetime } from './stopInReverse';

export interface StackOptions {
  /** The repository: `serverless/` is there and `.local/` is written there. */
  readonly root: string;
  readonly scenario: Scenario;
  /** Built already. */
  readonly services: readonly StackService[];
  /** Pages to open in a browser; none unless given. */
  readonly flex?: StackFlex;
  /** Any free ones unless given. */
  readonly ports?: StackPorts;
  /** Same seed, same SIDs; 1 unless given. */
  readonly seed?: number;
  /** Called with every line that the local Twilio and the functions write. */
  readonly onLine?: ProcessOptions['onLine'];
  /** Where what has to be stopped is collected, for whoever must stop it before all of it has started. */
  readonly lifetime?: Lifetime;
}

/**
 * Starts the local Twilio, seeds it, starts the services behind their gateways and writes all of it down.
 * All of it or nothing: on a failure what had been started is stopped before this rejects.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { root, scenario, flex, ports = anyPorts, seed = 1, onLine } = options;
  const stateDir = path.join(root, '.local');
  const { add: onStarted, stop } = options.lifetime ?? stopInReverse();
  try {
    await requirePortsFree(ports, options.services);
    const twilio = await startLocalTwilio(ports.twilio, seed, onLine);
    onStarted(() => twilio.stop());
    const seeded = await seedScenario(twilio, scenario);

    const pages = (flex?.pages ?? []).map((page) => ({
      ...page,
      origin: pageOrigin(twilio.origin, page.name),
    }));
    const services: RunningService[] = [];
    const shared = {
      ...{ root, stateDir, twilio, seeded, onStarted },
      concurrency: createConcurrencyLimit(),
      allowedOrigins: pages.map(({ origin }) => origin),
    };
    for (const [index, service] of options.services.entries()) {
      services.push(
        await startService(service, {
          ...shared,
          port: servicePort(ports, index),
          ...(onLine ? { onLine } : {}),
        }),
      );
    }
    const running = { twilio, seeded, services, pages };
    if (flex) await configureFlex(running, flex);
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
