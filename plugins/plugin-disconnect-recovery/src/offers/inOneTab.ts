/** Runs `run` in one tab of the browser at a time; the others wait for their turn, which comes also when this tab dies. */
export function inOneTab<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  // Absent where the page is no secure context.
  const { locks } = navigator as { readonly locks?: LockManager };
  return locks === undefined ? run() : locks.request(`patchbay.recovery.${name}`, run);
}
