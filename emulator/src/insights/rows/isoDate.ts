/** Dates in rows are ISO texts (Flex UI 2.17.1 reads them with `new Date(…)`). */
export const isoDate = (ms: number): string => new Date(ms).toISOString();
