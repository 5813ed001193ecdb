import { readRequest } from './request';

const withHeaders = (headers: object) => readRequest({ request: { headers, cookies: {} }, a: 1 });

describe('an event taken apart', () => {
  it('has its fields without the host’s own', () => {
    const { fields, token } = readRequest({ request: { headers: {} }, Token: 't', a: 1, b: { c: 2 } });

    expect([fields, token]).toEqual([{ a: 1, b: { c: 2 } }, 't']);
  });

  it('has headers by lower-case name, the first of several', () => {
    expect(withHeaders({ Origin: 'https://a', 'x-id': ['1', '2'], odd: 7 }).headers).toEqual({
      origin: 'https://a',
      'x-id': '1',
    });
  });

  it.each([
    ['application/json', 'json'],
    ['Application/JSON; charset=utf-8', 'json'],
    ['application/x-www-form-urlencoded;charset=UTF-8', 'form'],
    ['text/plain', 'other'],
    ['application/cloudevents-batch+json', 'other'],
    ['multipart/form-data; boundary=x', 'other'],
    ['', 'none'],
    [undefined, 'none'],
  ])('knows how the platform read a body of type %p', (type, kind) => {
    expect(withHeaders(type === undefined ? {} : { 'content-type': type }).body).toBe(kind);
  });

  it('keeps a key __proto__ from becoming anything’s prototype', () => {
    const { fields } = readRequest(Object.fromEntries([['__proto__', { isAdmin: true }]]));

    expect(fields).not.toHaveProperty('isAdmin');
  });
});
