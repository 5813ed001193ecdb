import { randomBytes } from 'node:crypto';
import type { Ids } from '../endpoint/ports';

const BYTES = 16;
/** Asking the system for each one costs more than all else that makes an id; a request needs about five. */
const AT_ONCE = 16;

let stock = randomBytes(0);

/** 128 random bits as 22 URL-safe characters. */
export const cryptoIds: Ids = {
  next() {
    if (stock.length === 0) stock = randomBytes(BYTES * AT_ONCE);
    const id = stock.toString('base64url', 0, BYTES);
    stock = stock.subarray(BYTES);
    return id;
  },
};
