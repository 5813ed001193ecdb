/** The event bridge writes dates as whole seconds since 1970, where REST writes ISO 8601. */
export const epochSeconds = (epochMs: number): number => Math.floor(epochMs / 1000);
