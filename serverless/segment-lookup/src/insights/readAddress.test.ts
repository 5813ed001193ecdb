import { readAddress } from './readAddress';

const HOST = 'analytics.ytica.com';

describe('an address that Insights answered', () => {
  it.each([
    ['/gdc/projects/w/execute/raw/1', '/gdc/projects/w/execute/raw/1'],
    ['/gdc/projects/w/execute/raw/1?q=a%2Fb&c=d', '/gdc/projects/w/execute/raw/1?q=a%2Fb&c=d'],
    [`https://${HOST}/gdc/md/w/obj/5193/validElements/2`, '/gdc/md/w/obj/5193/validElements/2'],
  ])('is followed on its host: %s', (address, path) => {
    expect(readAddress(address, HOST)).toBe(path);
  });

  it.each([
    'https://evil.example/gdc/x',
    '//evil.example/gdc/x',
    `http://${HOST}/gdc/x`,
    `https://${HOST}:8443/gdc/x`,
    '/gdc/../elsewhere',
    '/elsewhere',
    'gdc',
    '',
    `/gdc/${'x'.repeat(1_000)}`,
    'https://',
    undefined,
    null,
    7,
    { uri: '/gdc/x' },
  ])('is not followed anywhere else: %j', (address) => {
    expect(() => readAddress(address, HOST)).toThrow(
      expect.objectContaining({ code: 'report_failed' }) as Error,
    );
  });
});
