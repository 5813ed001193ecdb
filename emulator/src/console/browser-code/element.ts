type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Creates an element; an attribute that is `false` or undefined isn't set, `true` sets an empty one. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) created.setAttribute(name, value === true ? '' : value);
  }
  created.append(...children);
  return created;
}

/** An element of the page, of the type it must have. Throws when the page has none. */
export function find<Type extends Element>(selector: string, type: new () => Type): Type {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${selector}`);
}

/** Sets what there is to choose from, only when it changed; what was chosen stays chosen if it is still there. */
export function setOptions(
  select: HTMLSelectElement,
  choices: readonly (readonly [value: string, label: string])[],
): void {
  const shown = [...select.options].map(({ value, label }) => [value, label]);
  if (JSON.stringify(shown) === JSON.stringify(choices)) return;
  const { value: chosen } = select;
  select.replaceChildren(...choices.map(([value, label]) => element('option', { value }, label)));
  if (choices.some(([value]) => value === chosen)) select.value = chosen;
}

/** Sets a text only when it changed, so that a screen reader isn't told again what it knows. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
