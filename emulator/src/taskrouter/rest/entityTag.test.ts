import type { TwilioRequest } from '../../kernel/route';
import { entityTag, versionIfMatch } from './entityTag';

const requestWith = (ifMatch: string | undefined): TwilioRequest => ({
  method: 'POST',
  host: 'taskrouter.twilio.com',
  path: '/v1/Workspaces',
  params: {},
  query: new URLSearchParams(),
  form: new URLSearchParams(),
  json: undefined,
  rawBody: '',
  headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
});

describe('versionIfMatch', () => {
  it.each([['"7"'], ['7'], ['W/"7"'], [' "7" '], [entityTag(7).ETag]])('reads %s', (header) => {
    expect(versionIfMatch(requestWith(header))).toBe(7);
  });

  it.each([[undefined], [''], ['*']])('insists on nothing with %s', (header) => {
    expect(versionIfMatch(requestWith(header))).toBeUndefined();
  });

  it('refuses a tag that no version can have', () => {
    expect(() => versionIfMatch(requestWith('"abc"'))).toThrow('ETag does not match');
  });
});
