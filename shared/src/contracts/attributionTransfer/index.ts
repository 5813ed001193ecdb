// One file per contract: a bundler leaves out whole files only, and a function carries its own contract.
export * from './values';
export * from './createAttributionTask';
export * from './transferTask';
export * from './claimTransfer';
export * from './transferOutcome';
export * from './cancelAttributionTask';
export * from './attributionStatus';
export * from './attributionTaskEvents';
export * from './contracts';
