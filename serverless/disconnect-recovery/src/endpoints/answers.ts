import { ok } from '@patchbay/shared';

export const DONE = { success: true, status: 200 } as const;

export const done = () => ok(DONE);
