/** The promise's outcome, or what `late` makes of it when that takes longer than `ms` milliseconds. */
export function withinMs<Value>(
  promise: Promise<Value>,
  ms: number,
  schedule: (ms: number, task: () => void) => () => void,
  late: () => Error,
): Promise<Value> {
  return new Promise((resolve, reject: (error: unknown) => void) => {
    const callOff = schedule(ms, () => {
      reject(late());
    });
    promise.then(resolve, reject).finally(callOff);
  });
}
