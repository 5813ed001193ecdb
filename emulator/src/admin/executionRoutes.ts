import { InvalidInput, readFields, readNumber, readText } from '../kernel/jsonFields';
import type { Journal } from '../kernel/journal';
import type { AdminRoute } from './adminRoute';

const MOST_MS = 24 * 60 * 60 * 1000;

function readFaults(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new InvalidInput('faults must be a list of texts');
}

/**
 * For what stands in for another part of Twilio: POST `{host, method, path, status, durationMs, faults?}` puts a request
 * it answered in the journal, of kind `function`, so that the journal tells the whole of what Twilio saw. No bodies.
 */
export const executionRoutes = (journal: Journal): readonly AdminRoute[] => [
  {
    method: 'POST',
    pattern: '/_emulator/executions',
    handle: ({ json }) => {
      const fields = readFields(json, 'The body', [
        'host',
        'method',
        'path',
        'status',
        'durationMs',
        'faults',
      ]);
      journal.record({
        direction: 'in',
        kind: 'function',
        host: readText(fields, 'host'),
        method: readText(fields, 'method'),
        path: readText(fields, 'path'),
        query: [],
        // 0 for a caller that saw no answer.
        status: readNumber(fields, 'status', 0, 599),
        durationMs: Math.round(readNumber(fields, 'durationMs', 0, MOST_MS)),
        faults: readFaults(fields['faults']),
      });
      return { status: 204 };
    },
  },
];
