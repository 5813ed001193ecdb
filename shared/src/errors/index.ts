export { ConfigurationMissing } from './configurationMissing';
export { DeadlineExceeded } from './deadlineExceeded';
export { describeError } from './describeError';
export { failureFromError } from './failureFromError';
export { IdentityUnavailable } from './identityUnavailable';
export { PatchbayError } from './patchbayError';
export type { ErrorDetails } from './patchbayError';
export { TokenRefused } from './tokenRefused';
