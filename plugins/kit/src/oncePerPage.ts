// On the page itself: a plugin whose script is loaded twice is two modules.
const BEGUN = Symbol.for('patchbay.begun');

/** Runs `begin` unless it has run under this name in this page. */
export function oncePerPage(name: string, begin: () => void): void {
  const kept: unknown = Reflect.get(globalThis, BEGUN);
  const begun = kept instanceof Set ? kept : new Set();
  if (begun.has(name)) return;
  Reflect.set(globalThis, BEGUN, begun.add(name));
  begin();
}
