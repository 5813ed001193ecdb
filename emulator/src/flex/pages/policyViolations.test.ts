import { createPolicyViolations } from './policyViolations';

const report = (blocked: string): string =>
  JSON.stringify({
    'csp-report': {
      'effective-directive': 'connect-src',
      'blocked-uri': blocked,
      'source-file': 'http://alice.localhost/_flex/host/1.js',
      'line-number': 7,
    },
  });

describe('what browsers report of their policy', () => {
  it('is listed with page, directive and address, but not with the query, which may hold a token', () => {
    const violations = createPolicyViolations();

    violations.report('alice.localhost', report('https://example.com/x?token=secret'));

    expect(violations.list()).toEqual([
      {
        sequence: 1,
        page: 'alice.localhost',
        directive: 'connect-src',
        blocked: 'https://example.com/x',
        source: 'http://alice.localhost/_flex/host/1.js:7',
      },
    ]);
  });

  it('is counted even when the report makes no sense', () => {
    const violations = createPolicyViolations();

    violations.report('alice.localhost', 'no json');

    expect(violations.list()).toHaveLength(1);
  });

  it('is forgotten, the oldest first, beyond 200', () => {
    const violations = createPolicyViolations();
    for (let index = 0; index <= 200; index += 1)
      violations.report('a.localhost', report(`https://e.com/${index}`));

    const blocked = violations.list().map((violation) => violation.blocked);

    expect(blocked).toHaveLength(200);
    expect(blocked[0]).toBe('https://e.com/1');
    expect(violations.list().at(-1)?.sequence).toBe(201);
  });
});
