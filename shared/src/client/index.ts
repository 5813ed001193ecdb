export type { CallFailure, CallResult, CallSuccess } from './callResult';
export { createClient } from './createClient';
export type { CallOptions, Client, ClientOptions } from './createClient';
export type { Means } from './pageMeans';
export type { Rhythm } from './rhythm';
