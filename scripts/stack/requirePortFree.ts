import { createServer } from 'node:net';
import { listen } from '../processes/listen';
import type { portOptions } from './ports';

/** Throws, naming the port and the option that changes it, when something listens there already. */
export async function requirePortFree(
  port: number,
  option: keyof typeof portOptions,
  what: string,
): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await listen(probe, port);
  } catch (cause) {
    throw new Error(
      `Port ${port} is taken, ${what} needs it. Stop what listens there, or choose another: npm start -- --${option} N`,
      { cause },
    );
  }
  await new Promise((resolve) => probe.close(resolve));
}
