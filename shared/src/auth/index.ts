export { addressOf } from './addressOf';
export type { ServiceAddress } from './addressOf';
export { basicAuthMatches, sameText } from './basicAuth';
export { checkFlexToken, createTokenCheck } from './flexToken';
export type { CheckFlexToken, FlexAccount } from './flexToken';
export { publicUrl } from './publicUrl';
export { formSignatureMatches, jsonSignatureMatches } from './requestSignature';
export { requireRole } from './requireRole';
