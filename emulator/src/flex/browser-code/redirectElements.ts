import { interceptMethod } from './intercept';
import { redirect } from './redirect';

interface ElementKind {
  readonly prototype: Element;
}

/** The attributes by which an element fetches something. */
const FETCHING: readonly (readonly [kind: ElementKind, attribute: string])[] = [
  [HTMLScriptElement, 'src'],
  [HTMLImageElement, 'src'],
  [HTMLMediaElement, 'src'],
  [HTMLSourceElement, 'src'],
  [HTMLTrackElement, 'src'],
  [HTMLIFrameElement, 'src'],
  [HTMLEmbedElement, 'src'],
  [HTMLObjectElement, 'data'],
  [HTMLLinkElement, 'href'],
];

const isA = (element: unknown, { prototype }: ElementKind): boolean =>
  element instanceof Element && Object.prototype.isPrototypeOf.call(prototype, element);

const isFetching = (element: unknown, attribute: string): boolean =>
  FETCHING.some(([kind, name]) => name === attribute.toLowerCase() && isA(element, kind));

function interceptProperty({ prototype }: ElementKind, name: string): void {
  const native = Object.getOwnPropertyDescriptor(prototype, name);
  if (!native?.set) return;
  Object.defineProperty(prototype, name, {
    ...native,
    set(this: unknown, value: unknown) {
      native.set?.call(this, typeof value === 'string' ? redirect(value) : value);
    },
  });
}

/** Elements made by script: their properties and `setAttribute`. Not covered: `srcset` and markup set as text. */
export function redirectElements(): void {
  for (const [kind, attribute] of FETCHING) interceptProperty(kind, attribute);
  interceptMethod(Element.prototype, 'setAttribute', (element, [name, value]) => [
    name,
    typeof name === 'string' && typeof value === 'string' && isFetching(element, name)
      ? redirect(value)
      : value,
  ]);
}
