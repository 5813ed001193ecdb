import { randomBytes } from 'node:crypto';
import type { Ids } from '../endpoint/ports';

/** 128 random bits as 22 URL-safe characters. */
export const cryptoIds: Ids = { next: () => randomBytes(16).toString('base64url') };
