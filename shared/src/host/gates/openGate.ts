import { defineGate } from '../gate';

/** Lets everyone in. */
export const openGate = defineGate('anyone', () => ({ config: {}, admit: () => Promise.resolve(undefined) }));
