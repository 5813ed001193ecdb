import * as z from 'zod/mini';
import type { LogFields } from '../../endpoint/ports';
import { jsonLog } from './jsonLog';

const write = (fields: LogFields, base: LogFields = {}, event = 'happened') => {
  const lines: [string, string][] = [];
  const log = jsonLog(
    { clock: { now: () => Date.UTC(2026, 0, 2) }, write: (level, line) => lines.push([level, line]) },
    base,
  );
  log.warn(event, fields);
  const [[level, line] = ['', '']] = lines;
  return { level, line, entry: JSON.parse(line) as unknown };
};

/** What untyped code could pass. */
const hostile = (json: string): LogFields => z.record(z.string(), z.any()).parse(JSON.parse(json));

describe('a log line', () => {
  it('is one JSON object with time, level, event and fields', () => {
    const { level, entry } = write(
      { taskSid: 'WT1', ms: 12, ok: true, nothing: undefined },
      { service: 's' },
    );

    expect(level).toBe('warn');
    expect(entry).toEqual({
      service: 's',
      taskSid: 'WT1',
      ms: 12,
      ok: true,
      time: '2026-01-02T00:00:00.000Z',
      level: 'warn',
      event: 'happened',
    });
  });

  it('stays one line, whatever is in it', () => {
    const { line, entry } = write({ reason: 'a\n{"level":"error"}\r\u2028' });

    expect(line.split('\n')).toHaveLength(1);
    expect(entry).toMatchObject({ level: 'warn', reason: 'a\n{"level":"error"}\r\u2028' });
  });

  it('cannot be given another time, level or event by a field', () => {
    expect(write({ level: 'debug', time: 'never', event: 'other' }).entry).toMatchObject({
      level: 'warn',
      event: 'happened',
    });
  });

  it.each([
    'Token',
    'authToken',
    'password',
    'Authorization',
    'set-cookie',
    'taskAttributes',
    'from',
    'To',
    'phoneNumber',
    'apiKey',
  ])('never holds the value of a field named %s', (key) => {
    expect(write({ [key]: 'shy' }).line).not.toContain('shy');
  });

  it('does not hold objects, which could hold anything', () => {
    const { line } = write(hostile('{"a":{"token":"shy"},"b":["shy"],"__proto__":{"x":"shy"}}'));

    expect(line).not.toContain('shy');
  });

  it('is bounded', () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`key${index}`, 'y'.repeat(50_000)]),
    );

    expect(write(many, {}, 'z'.repeat(50_000)).line.length).toBeLessThan(40_000);
  });

  it('has what was noted before, and a log of its own keeps its notes to itself', () => {
    const lines: string[] = [];
    const sink = { clock: { now: () => 0 }, write: (_level: string, line: string) => lines.push(line) };
    const log = jsonLog(sink, { service: 's' });

    log.note({ taskSid: 'WT1' });
    const own = log.with({});
    own.note({ taskSid: 'WT2' });
    own.info('x');
    log.info('x');

    expect(lines[0]).toContain('"service":"s","taskSid":"WT2"');
    expect(lines[1]).toContain('"service":"s","taskSid":"WT1"');
  });

  it('has the fields of the log it came from', () => {
    const lines: string[] = [];
    const sink = { clock: { now: () => 0 }, write: (_level: string, line: string) => lines.push(line) };

    jsonLog(sink, { service: 's' }).with({ attempt: 'a1' }).info('x', { n: 1 });

    expect(lines[0]).toContain('"service":"s","attempt":"a1","n":1');
  });
});
