import { pageName, type PageMeans } from './pageName';

/** Locks of one browser: a name is held by one page until that page is gone. */
function browser() {
  const held = new Set<string>();
  let names = 0;
  return {
    held,
    page: (stored: Map<string, string>): PageMeans => ({
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => stored.set(key, value),
      },
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
    const before = await pageName(page(tab));

    held.clear();

    expect(await pageName(page(tab))).toBe(before);
  });

  it('is not shared with a duplicate of the tab, which gets its own', async () => {
    const { page } = browser();
    const tab = new Map<string, string>();
    const before = await pageName(page(tab));
    const duplicate = new Map(tab);

    const after = await pageName(page(duplicate));

    expect(after).not.toBe(before);
    expect([...duplicate.values()]).toEqual([after]);
  });

  it('is a new one each time where the browser has no locks', async () => {
    const { page } = browser();
    const tab = new Map<string, string>();
    const means: PageMeans = { ...page(tab), hold: () => Promise.resolve(false) };

    expect(await pageName(means)).not.toBe(await pageName(means));
  });
});
