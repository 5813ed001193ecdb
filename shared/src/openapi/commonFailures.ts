import type { Contract } from '../contracts/contract';
import type { FailureCode } from '../contracts/failure';

/** What every endpoint can answer besides its own failures. */
const ALWAYS: readonly FailureCode[] = [
  'malformed_body',
  'validation_failed',
  'throttled',
  'configuration_missing',
  'internal',
  'store_unavailable',
  'twilio_refused',
  'twilio_unavailable',
  'deadline_exceeded',
];

const BY_ACCESS: Readonly<Record<Contract['access']['kind'], readonly FailureCode[]>> = {
  'flex-user': ['token_missing', 'token_refused', 'role_missing', 'identity_unavailable'],
  'twilio-basic-auth': ['credentials_refused'],
  'twilio-signature': ['signature_refused'],
  secret: ['credentials_refused'],
  anyone: [],
};

/** Every code an endpoint can answer, each once. */
export const failuresOf = ({ access, failures, method }: Contract): readonly FailureCode[] => [
  ...new Set([
    ...ALWAYS,
    ...BY_ACCESS[access.kind],
    ...(method === 'POST' ? (['method_not_allowed'] as const) : []),
    ...failures,
  ]),
];
