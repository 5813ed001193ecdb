type ChangeArguments = (self: unknown, args: readonly unknown[]) => readonly unknown[];

/** Reflect's functions answer anything at all; a constructor's answer is an object. */
function toObject(made: unknown): object {
  if (typeof made === 'object' && made !== null) return made;
  throw new TypeError('The constructor made no object');
}

/** Changes what a native method is called with; a Proxy, so that everything else about the method stays native. */
export function interceptMethod(owner: object, name: string, change: ChangeArguments): void {
  const native: unknown = Reflect.get(owner, name);
  if (typeof native !== 'function') return;
  const changed = new Proxy(native, {
    apply(target, self: unknown, args: unknown[]): unknown {
      return Reflect.apply(target, self, change(self, args));
    },
  });
  Reflect.set(owner, name, changed);
}

/** Changes what a global constructor is called with; statics, the prototype and `instanceof` stay native. */
export function interceptConstructor(
  name: string,
  change: (args: readonly unknown[]) => readonly unknown[],
): void {
  const native: unknown = Reflect.get(window, name);
  if (typeof native !== 'function') return;
  const changed = new Proxy(native, {
    construct: (target, args: unknown[], newTarget) =>
      toObject(Reflect.construct(target, change(args), newTarget)),
  });
  Reflect.set(window, name, changed);
}
