import { numberAt, recordAt, textAt, textsAt } from '../read';
import { shortHost } from '../shortHost';
import { shortSid, type Kind, type Row } from './row';

const kindOf = (entry: unknown): Kind => {
  const isUnusual = textsAt(entry, 'faults').length > 0 || textAt(entry, 'note') !== undefined;
  if (isUnusual) return 'fault';
  if (textAt(entry, 'kind') === 'function') return 'function';
  return textAt(entry, 'direction') === 'out' ? 'webhook' : 'request';
};

/** An agent's page asks TaskRouter through one address; what it asks is in the body. */
function whatWasAsked(entry: unknown): string {
  const body = recordAt(entry, 'body');
  const [method, path] = [textAt(entry, 'method') ?? '', textAt(entry, 'path') ?? ''];
  const [rpcMethod, rpcUrl] = [textAt(body, 'method'), textAt(body, 'url')];
  return path.endsWith('/wschannels') && rpcMethod !== undefined && rpcUrl !== undefined
    ? `${rpcMethod} ${shortSid(rpcUrl)}`
    : `${method} ${shortSid(path)}`;
}

const statusText = (entry: unknown): string => {
  const status = numberAt(entry, 'status') ?? 0;
  const hidden = numberAt(entry, 'hiddenStatus');
  return `${status === 0 ? 'no answer' : status}${hidden === undefined ? '' : ` (was ${hidden})`}`;
};

/** A request in, or a webhook out, as a line. */
export function rowOfEntry(entry: unknown): Row {
  const faults = textsAt(entry, 'faults');
  const host = textAt(entry, 'host') ?? '';
  const details = [
    statusText(entry),
    `${numberAt(entry, 'durationMs') ?? 0} ms`,
    textAt(entry, 'direction') === 'out' ? textAt(entry, 'kind') : undefined,
    faults.length > 0 ? `fault: ${faults.join(', ')}` : undefined,
    textAt(entry, 'note')?.split('\n')[0],
  ];
  return {
    feed: 'journal',
    sequence: numberAt(entry, 'sequence') ?? 0,
    at: numberAt(entry, 'at') ?? 0,
    kind: kindOf(entry),
    text: `${whatWasAsked(entry)} → ${shortHost(host)}`,
    detail: details.filter((part) => part !== undefined).join(' · '),
    full: entry,
  };
}
