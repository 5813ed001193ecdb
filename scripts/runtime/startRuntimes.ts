import path from 'node:path';
import { startRuntime, type Runtime, type RuntimeOptions } from './startRuntime';

/** Starts several processes of one service, as the cloud does under load; all of them or, on a failure, none. */
export async function startRuntimes(count: number, options: RuntimeOptions): Promise<Runtime[]> {
  const { serviceDir, label = path.basename(serviceDir) } = options;
  const outcomes = await Promise.allSettled(
    Array.from({ length: count }, (_, index) =>
      startRuntime({
        ...options,
        port: options.port === 0 ? 0 : options.port + index,
        label: count === 1 ? label : `${label}#${index + 1}`,
      }),
    ),
  );
  const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (!failed) return started;
  await Promise.all(started.map((runtime) => runtime.stop()));
  throw failed.reason;
}
