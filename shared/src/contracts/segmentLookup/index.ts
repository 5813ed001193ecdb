// One file per contract: a bundler leaves out whole files only, and a function carries its own contract.
export * from './values';
export * from './getSegmentId';
export * from './getSegmentIds';
export * from './contracts';
