import { compileMatch } from './matchFault';
import type { FaultMatch } from './model';

const TASK = { host: 'taskrouter.twilio.com', method: 'POST', path: '/v1/Workspaces/WS1/Tasks/WT1' };

it.each<[string, FaultMatch, boolean]>([
  ['everything', {}, true],
  ['the host', { host: 'taskrouter.twilio.com' }, true],
  ['the product label', { host: 'taskrouter' }, true],
  ['another host', { host: 'sync' }, false],
  ['the method in any case', { method: 'post' }, true],
  ['another method', { method: 'GET' }, false],
  ['one segment by a star', { path: '/v1/Workspaces/*/Tasks/*' }, true],
  ['no slash by a star', { path: '/v1/*' }, false],
  ['everything below by two stars', { path: '/v1/**' }, true],
  ['a dot only literally', { path: '/v1/Workspaces/WS1/Tasks/WT.' }, false],
  ['a regular expression anywhere in the path', { pathRegex: 'Tasks/WT\\d' }, true],
  ['no other kind', { kind: 'assignment' }, false],
  ['all conditions together', { host: 'taskrouter', method: 'GET', path: '/v1/**' }, false],
])('matches %s', (_name, match, expected) => {
  expect(compileMatch(match)(TASK)).toBe(expected);
});

it('matches webhooks by kind', () => {
  expect(compileMatch({ kind: 'assignment' })({ ...TASK, kind: 'assignment' })).toBe(true);
});
