import { hkdfSync } from 'node:crypto';

/** What only this deployment knows. */
export interface DeploymentSecrets {
  /** 128 random bits, so that no ciphertext helps to guess the password. */
  readonly authToken: string;
  readonly password: string;
}

/** 256 bits for one purpose. Another password or auth token makes other keys: what was sealed before is then unreadable. */
export const deriveKey = ({ authToken, password }: DeploymentSecrets, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', JSON.stringify([authToken, password]), 'segment-lookup', purpose, 32));
