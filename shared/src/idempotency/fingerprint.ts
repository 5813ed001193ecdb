import { hash } from 'node:crypto';
import type { Json } from '../store/store';
import { canonicalJson } from './canonicalJson';

/** 43 URL-safe characters that tell one request from another under the same key, however its members are ordered. */
export const fingerprint = (request: Json): string => hash('sha256', canonicalJson(request), 'base64url');
