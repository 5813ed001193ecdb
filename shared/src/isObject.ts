/** Neither null nor a plain value. */
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
