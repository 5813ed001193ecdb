import path from 'node:path';
import type { SeededScenario } from '@patchbay/emulator';
import type { ConcurrencyLimit } from '../gateway/concurrencyLimit';
import { askLocalTwilio } from '../gateway/faults/askLocalTwilio';
import { readResources } from '../gateway/readResources';
import { startGateway } from '../gateway/startGateway';
import type { ProcessOptions } from '../processes/startProcess';
import { startRuntimes } from '../runtime/startRuntimes';
import { postAdmin } from './askTwilio';
import { callOnSchedule } from './callOnSchedule';
import type { RunningService, StackService } from './model';
import type { LocalTwilioProcess } from './startLocalTwilio';
import { subscribeToEvents } from './subscribeToEvents';

export interface ServiceSurroundings {
  readonly root: string;
  readonly stateDir: string;
  readonly twilio: LocalTwilioProcess;
  readonly seeded: SeededScenario;
  /** The account's, shared by its services. */
  readonly concurrency: ConcurrencyLimit;
  /** Origins of the pages that may call. */
  readonly allowedOrigins: readonly string[];
  /** Of the gateway. */
  readonly port: number;
  readonly onLine?: ProcessOptions['onLine'];
  /** Takes what undoes each step, as soon as the step is done. */
  readonly onStarted: (stop: () => Promise<void>) => void;
}

/** Starts a built service under the local runtime behind its gateway, known to the local Twilio by a public name. */
export async function startService(
  service: StackService,
  around: ServiceSurroundings,
): Promise<RunningService> {
  const { twilio, seeded, concurrency, onStarted } = around;
  const serviceDir = path.join(around.root, 'serverless', service.folder ?? service.name);
  const domain = `${service.name}-4242-dev.twil.io`;
  const runtimes = await startRuntimes(service.processes ?? 1, {
    serviceDir,
    label: service.name,
    port: 0,
    env: {
      ACCOUNT_SID: twilio.accountSid,
      AUTH_TOKEN: twilio.authToken,
      DOMAIN_NAME: domain,
      ...(around.allowedOrigins.length > 0 ? { ALLOWED_ORIGINS: around.allowedOrigins.join(',') } : {}),
      ...service.env(seeded),
    },
    emulatorOrigin: twilio.origin,
    stateDir: around.stateDir,
    forkEachRequest: service.forkEachRequest ?? false,
    ...(around.onLine ? { onLine: around.onLine } : {}),
  });
  for (const runtime of runtimes) onStarted(() => runtime.stop());

  const ports = runtimes.map(({ port }) => port);
  let resources = readResources(path.join(serviceDir, 'dist'));
  const gateway = await startGateway({
    port: around.port,
    domain,
    authToken: twilio.authToken,
    resources: () => resources,
    upstreamPorts: () => ports,
    concurrency,
    ...askLocalTwilio(twilio, domain),
  });
  onStarted(() => gateway.stop());

  await postAdmin(twilio, 'public-hosts', { host: domain, origin: gateway.origin });
  if (service.events) await subscribeToEvents(twilio, domain, service.events);
  if (service.schedule) onStarted(callOnSchedule(gateway.origin, service.schedule));
  return {
    name: service.name,
    origin: gateway.origin,
    domain,
    runtimes,
    async reload() {
      resources = readResources(path.join(serviceDir, 'dist'));
      await Promise.all(runtimes.map((runtime) => runtime.restart()));
    },
  };
}
