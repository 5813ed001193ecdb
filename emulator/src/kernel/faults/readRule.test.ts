import { InvalidInput } from '../jsonFields';
import { readFaultRule } from './readRule';

it.each([
  { effect: { type: 'status', status: 429, code: 20429, retryAfter: 2 } },
  { effect: { type: 'status-after', status: 503 } },
  { effect: { type: 'lost-response' }, times: 1, skip: 2, probability: 0.5 },
  { effect: { type: 'refuse' }, match: { host: 'iam', method: 'POST', path: '/v1/**', pathRegex: 'x' } },
  { effect: { type: 'latency', ms: 100 } },
  { effect: { type: 'hang', afterEffect: true } },
  { effect: { type: 'html', status: 503 } },
  { effect: { type: 'drop' }, match: { kind: 'event-stream' } },
  { effect: { type: 'duplicate', copies: 2 } },
  { effect: { type: 'delay', ms: 1 } },
  { effect: { type: 'reorder', windowMs: 1 } },
  { effect: { type: 'batch', windowMs: 1 } },
])('takes %j as it is', (rule) => {
  expect(readFaultRule(rule)).toEqual(rule);
});

it.each<[unknown, string]>([
  [null, 'A fault rule must be a JSON object'],
  [{}, 'effect.type must be one of status'],
  [{ effect: { type: 'explode' } }, 'effect.type must be one of'],
  [{ effect: { type: 'status' } }, 'status must be a number'],
  [{ effect: { type: 'status', status: 99 } }, 'status must be a number from 200'],
  [{ effect: { type: 'drop', ms: 1 } }, 'effect drop has no field "ms"'],
  [{ effect: { type: 'drop' }, time: 1 }, 'A fault rule has no field "time"'],
  [{ effect: { type: 'drop' }, probability: 2 }, 'probability must be a number'],
  [{ effect: { type: 'drop' }, match: { hots: 'x' } }, 'match has no field "hots"'],
  [{ effect: { type: 'drop' }, match: { pathRegex: '(' } }, 'pathRegex is not a regular expression'],
  [{ effect: { type: 'hang', afterEffect: 'yes' } }, 'afterEffect must be true or false'],
])('refuses %j', (rule, message) => {
  expect(() => readFaultRule(rule)).toThrow(InvalidInput);
  expect(() => readFaultRule(rule)).toThrow(message);
});
