export { canonicalJson } from './canonicalJson';
export { Claim, graceLeft, judgeClaim, settleClaim, takeClaim } from './claim';
export type { Judgement, Settlement } from './claim';
export { fingerprint } from './fingerprint';
export type { OnceActions, OnceOptions, OnceOutcome } from './once';
export { runOnce } from './runOnce';
