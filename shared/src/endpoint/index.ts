export { implement } from './endpoint';
export type { Endpoint } from './endpoint';
export type { BasePorts, Clock, Deadline, FlexUser, Ids, Log, LogFields } from './ports';
export { fail, ok, replay } from './result';
export type { Failure, Result, Success } from './result';
