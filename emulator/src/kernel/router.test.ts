import { createRouter } from './router';

const routerOf = (...patterns: string[]) => {
  const router = createRouter<{ pattern: string }>();
  for (const pattern of patterns) router.add('GET taskrouter', { pattern });
  return router;
};

describe('createRouter', () => {
  it('names the parameters of the route that matches', () => {
    const router = routerOf('/v1/Workspaces/:workspaceSid/Tasks/:taskSid', '/v1/Workspaces/:sid');

    const match = router.find('GET taskrouter', '/v1/Workspaces/WS1/Tasks/WT1');

    expect(match?.params).toEqual({ workspaceSid: 'WS1', taskSid: 'WT1' });
  });

  it('prefers a literal segment, and comes back to the parameter when the literal leads nowhere', () => {
    const router = routerOf('/Tasks/Statistics', '/Tasks/:sid', '/Tasks/:sid/Reservations');

    const patterns = ['/Tasks/Statistics', '/Tasks/WT1', '/Tasks/Statistics/Reservations'].map(
      (path) => router.find('GET taskrouter', path)?.route.pattern,
    );

    expect(patterns).toEqual(['/Tasks/Statistics', '/Tasks/:sid', '/Tasks/:sid/Reservations']);
  });

  it('decodes parameters and never lets one span a slash', () => {
    const router = routerOf('/Documents/:name');

    expect(router.find('GET taskrouter', '/Documents/a%2Fb%20c')?.params).toEqual({ name: 'a/b c' });
    expect(router.find('GET taskrouter', '/Documents/a/b')).toBeUndefined();
  });

  it.each(['/Documents/', '/Documents', '/Documents/%E0%A4%A', 'Documents/x', ''])(
    'finds nothing for %p',
    (path) => {
      expect(routerOf('/Documents/:name').find('GET taskrouter', path)).toBeUndefined();
    },
  );

  it('keeps the routes of other methods and hosts apart', () => {
    expect(routerOf('/a').find('POST taskrouter', '/a')).toBeUndefined();
  });

  it('refuses two routes for one path', () => {
    expect(() => routerOf('/a/:x', '/a/:y')).toThrow('Two routes');
  });
});
