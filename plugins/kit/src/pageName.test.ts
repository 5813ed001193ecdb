import { namePage, pageName, type PageMeans } from './pageName';

/** Locks of one browser: a name is held by one page until that page is gone. */
function browser() {
  const held = new Set<string>();
  let names = 0;
  return {
    held,
    page: (stored: Map<string, string>): PageMeans => ({
      storage: () => ({
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => stored.set(key, value),
      }),
      hold: (name) => {
        const isFree = !held.has(name);
        held.add(name);
        return Promise.resolve(isFree);
      },
      newName: () => `page-${(names += 1)}`,
    }),
  };
}

describe("a page's name", () => {
  it('survives a reload', async () => {
    const { held, page } = browser();
    const tab = new Map<string, string>();
    const before = await namePage(page(tab));

    held.clear();

    expect(await namePage(page(tab))).toBe(before);
  });

  it('is not shared with a duplicate of the tab, which gets its own', async () => {
    const { page } = browser();
    const tab = new Map<string, string>();
    const before = await namePage(page(tab));
    const duplicate = new Map(tab);

    const after = await namePage(page(duplicate));

    expect(after).not.toBe(before);
    expect([...duplicate.values()]).toEqual([after]);
  });

  it('is a new one each time where the browser has no locks', async () => {
    const { page } = browser();
    const tab = new Map<string, string>();
    const means: PageMeans = { ...page(tab), hold: () => Promise.resolve(false) };

    expect(await namePage(means)).not.toBe(await namePage(means));
  });

  it.each([
    [
      'forbids storage',
      () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    ],
    [
      'has no room left in its storage',
      () => ({
        getItem: () => null,
        setItem: () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        },
      }),
    ],
  ])('is there also where the browser %s', async (_, storage) => {
    const means: PageMeans = { ...browser().page(new Map()), storage };

    expect(await namePage(means)).toBe('page-1');
  });

  it('is the same for every plugin in the page', async () => {
    const name = await pageName();
    let another: string | undefined;
    await jest.isolateModulesAsync(async () => {
      another = await (await import('./pageName')).pageName();
    });

    expect(another).toBe(name);
  });
});
