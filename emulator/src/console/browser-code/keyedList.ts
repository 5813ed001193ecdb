/** What shows one item, and goes on showing it as it changes: what is typed in it and its focus stay. */
export interface View<Item> {
  readonly root: HTMLElement;
  show(item: Item): void;
}

/** Shows a list of items in their order, a view for each key; the same key keeps its view. */
export function keyedList<Item>(
  container: HTMLElement,
  keyOf: (item: Item) => string,
  create: () => View<Item>,
): (items: readonly Item[]) => void {
  let views = new Map<string, View<Item>>();
  return (items) => {
    const next = new Map(items.map((item) => [keyOf(item), views.get(keyOf(item)) ?? create()]));
    for (const [key, { root }] of views) if (!next.has(key)) root.remove();
    views = next;
    for (const [index, item] of items.entries()) {
      const view = views.get(keyOf(item));
      if (view === undefined) continue;
      view.show(item);
      // Moving an element takes its focus away: only what is out of place is moved.
      if (container.children[index] !== view.root)
        container.insertBefore(view.root, container.children[index] ?? null);
    }
  };
}
