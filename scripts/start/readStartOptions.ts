import { parseArgs } from 'node:util';
import { portOptions, readPorts, type StackPorts } from '../stack/ports';

const USAGE = 'npm start -- [--story] [--once] [--pace milliseconds] [--twilio-port N] [--service-port N]';

export interface StartOptions {
  readonly ports: StackPorts;
  /** Plays the story in the terminal. */
  readonly story: boolean;
  /** Plays the story and ends. */
  readonly once: boolean;
  /** Milliseconds after each line of the story. */
  readonly paceMs: number;
}

/** Reads the command line of `npm start`; throws, with how it is used, on what it doesn't know. */
export function readStartOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        story: { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
        pace: { type: 'string', default: '1200' },
        ...portOptions,
      },
    });
    if (!/^\d{1,5}$/.test(values.pace)) throw new Error('--pace must be milliseconds.');
    const { story, once } = values;
    return { ports: readPorts(values), story: story || once, once, paceMs: Number(values.pace) };
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`, { cause });
  }
}
