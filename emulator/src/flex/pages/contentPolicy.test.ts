import { CONTENT_POLICY } from './contentPolicy';

const sourcesOf = (directive: string): readonly string[] =>
  CONTENT_POLICY.split('; ')
    .find((each) => each.startsWith(`${directive} `))
    ?.split(' ')
    .slice(1) ?? [];

describe('the content policy of a local Flex page', () => {
  it('lets nothing be loaded or called that is not of this machine', () => {
    const sources = CONTENT_POLICY.split('; ')
      .filter((directive) => !directive.startsWith('report-uri'))
      .flatMap((directive) => directive.split(' ').slice(1));

    expect(
      sources.filter(
        (source) =>
          !/^('.+'|data:|blob:|(http|ws):\/\/([*]\.localhost|localhost|127\.0\.0\.1):\*)$/.test(source),
      ),
    ).toEqual([]);
  });

  it('lets the page call services on this machine across origins, so that their own CORS rules decide', () => {
    expect(sourcesOf('connect-src')).toEqual(
      expect.arrayContaining(["'self'", 'http://localhost:*', 'http://127.0.0.1:*']),
    );
  });

  it('runs only scripts of its own origin', () => {
    expect(sourcesOf('script-src')).toEqual(["'self'", "'unsafe-eval'"]);
  });

  it('has what it stops reported', () => {
    expect(sourcesOf('report-uri')).toEqual(['/_flex/policy-violations']);
  });
});
