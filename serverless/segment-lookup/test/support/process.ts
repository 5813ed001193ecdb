import {
  failureFromError,
  readConfig,
  sleepReally,
  type FlexUser,
  type Log,
  type Result,
} from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import { basePorts } from '@patchbay/shared/testing';
import { about } from '../../src/about';
import { getSegmentId } from '../../src/endpoints/getSegmentId';
import { getSegmentIds } from '../../src/endpoints/getSegmentIds';
import { newInstance } from '../../src/instance';
import type { SegmentPorts } from '../../src/ports';
import { segmentPorts } from '../../src/segmentPorts';
import type { Centre } from './centre';

export interface Asked {
  readonly as?: string;
  readonly canContinue?: boolean;
  readonly continuation?: string;
}

/** One process of the service: what it remembers, and handlers that get their ports as the functions do. */
export interface Process {
  readonly lines: readonly string[];
  lookUp(taskSid: TaskSid, asked?: Asked): Promise<Answer>;
  lookUpMany(taskSids: readonly TaskSid[], asked?: Asked): Promise<Answer>;
}

/** A result or the error it came to, as the host would answer it. */
export interface Answer {
  readonly status: number | string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | undefined;
}

/** `env` adds to the centre's or replaces it; undefined takes a variable away. */
export function startProcess(
  centre: Centre,
  env: Readonly<Record<string, string | undefined>> = {},
): Process {
  const { local, client } = centre;
  const { clock } = local;
  const instance = newInstance(clock);
  const config = readConfig({ ...centre.env, ...env }, about.config);
  const lines: string[] = [];
  const ports = (): SegmentPorts =>
    segmentPorts({
      config,
      instance,
      client,
      ...basePorts(clock, { log: linesInto(lines) }),
      // A process that waits makes the time pass, where it doesn't by itself.
      sleep: (ms) => (clock.mode === 'paused' ? clock.advance(ms) : sleepReally(ms)),
    });
  const callerOf = ({ as = 'ann' }: Asked): FlexUser => ({
    identity: as,
    roles: ['agent'],
    revealToken: () => centre.tokenOf(as),
  });
  return {
    lines,
    lookUp: (taskSid, asked = {}) =>
      answerTo(getSegmentId.handle({ TaskSid: taskSid, ...asked }, ports(), callerOf(asked))),
    lookUpMany: (taskSids, asked = {}) =>
      answerTo(getSegmentIds.handle({ TaskSids: [...taskSids], ...asked }, ports(), callerOf(asked))),
  };
}

async function answerTo(handled: Promise<Result<object>>): Promise<Answer> {
  const result = await handled.catch((error: unknown) => failureFromError(error));
  return result.ok
    ? { status: result.status, body: { ...result.body }, retryAfterSeconds: undefined }
    : { status: result.code, body: { error: result.message }, retryAfterSeconds: result.retryAfterSeconds };
}

function linesInto(lines: string[]): Log {
  const write = (event: string, fields: object = {}): void => {
    lines.push(`${event} ${JSON.stringify(fields)}`);
  };
  const log: Log = {
    info: write,
    warn: write,
    error: write,
    with: () => log,
    note: (fields) => {
      write('note', fields);
    },
  };
  return log;
}
