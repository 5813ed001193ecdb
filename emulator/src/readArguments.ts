import { parseArgs } from 'node:util';
import type { LocalTwilioOptions } from './localTwilioOptions';

/** What the command line asks for makes no sense. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

function readWhole(text: string, name: string, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new UsageError(`--${name} must be a whole number up to ${max}`);
}

function readMatching(text: string, name: string, pattern: RegExp, shape: string): string {
  if (pattern.test(text)) return text;
  throw new UsageError(`--${name} must be ${shape}`);
}

/** Reads the arguments after the command's name. Throws with a message for people. */
export function readArguments(args: readonly string[]): LocalTwilioOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      paused: { type: 'boolean', default: false },
      start: { type: 'string' },
      'account-sid': { type: 'string' },
      'auth-token': { type: 'string' },
    },
  });
  const startMs = values.start === undefined ? undefined : Date.parse(values.start);
  if (Number.isNaN(startMs)) throw new UsageError('--start must be a date like 2026-01-31T09:00:00Z');
  const accountSid = values['account-sid'];
  const authToken = values['auth-token'];
  return {
    port: readWhole(values.port, 'port', 65_535),
    seed: readWhole(values.seed, 'seed', 2 ** 32 - 1),
    mode: values.paused ? 'paused' : 'running',
    ...(startMs === undefined ? {} : { startMs }),
    ...(accountSid === undefined
      ? {}
      : { accountSid: readMatching(accountSid, 'account-sid', /^AC[0-9a-f]{32}$/, 'AC and 32 hex digits') }),
    ...(authToken === undefined
      ? {}
      : { authToken: readMatching(authToken, 'auth-token', /^[0-9a-f]{32}$/, '32 hex digits') }),
  };
}
