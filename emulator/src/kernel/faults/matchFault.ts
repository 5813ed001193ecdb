import { productLabel } from '../twilioHost';
import type { FaultMatch } from './model';

/** What a rule is held against: a request in, or a webhook out with its kind. */
export interface FaultSubject {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly kind?: string;
}

const globToRegex = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .split(/(\*\*|\*)/)
      .map((part) =>
        part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join('')}$`,
  );

/** Compiles a match into a test. Throws SyntaxError for a regular expression that is none. */
export function compileMatch(match: FaultMatch = {}): (subject: FaultSubject) => boolean {
  const glob = match.path === undefined ? undefined : globToRegex(match.path);
  const regex = match.pathRegex === undefined ? undefined : new RegExp(match.pathRegex);
  const host = match.host?.toLowerCase();
  const method = match.method?.toUpperCase();
  return (subject) =>
    (host === undefined || subject.host === host || productLabel(subject.host) === host) &&
    (method === undefined || subject.method === method) &&
    (glob?.test(subject.path) ?? true) &&
    (regex?.test(subject.path) ?? true) &&
    (match.kind === undefined || subject.kind === match.kind);
}
