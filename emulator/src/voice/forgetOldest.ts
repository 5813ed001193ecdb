/** Forgets the oldest records that are over, beyond the `kept` newest of them. Maps keep the order of creation. */
export function forgetOldest<T extends { readonly sid: string }>(
  records: Map<string, T>,
  isOver: (record: T) => boolean,
  kept: number,
): void {
  const over = [...records.values()].filter(isOver);
  for (const { sid } of over.slice(0, Math.max(0, over.length - kept))) records.delete(sid);
}
